using System.Text.Json.Serialization;
using AuthKit.Users;

namespace AuthKit.Contracts.Laravel;

/// <summary>The data of an account.</summary>
internal sealed record UserData(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("email_verified")] bool EmailVerified,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt)
{
    public static UserData Of(User user) => new(user.Id, user.Profile.Name, user.Email, user.EmailVerified, user.CreatedAt);
}
