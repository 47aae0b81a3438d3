using System.Text.Json.Serialization;
using AuthKit.Users;

namespace AuthKit.Contracts.Account;

/// <summary>An account, as its owner sees it.</summary>
internal sealed record AccountData(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("emailVerified")] bool EmailVerified,
    [property: JsonPropertyName("userName")] string? UserName,
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("givenName")] string? GivenName,
    [property: JsonPropertyName("familyName")] string? FamilyName,
    [property: JsonPropertyName("phoneNumber")] string? PhoneNumber,
    [property: JsonPropertyName("address")] string? Address,
    [property: JsonPropertyName("contactEmail")] string? ContactEmail,
    [property: JsonPropertyName("createdAt")] DateTimeOffset CreatedAt)
{
    public static AccountData Of(User user)
    {
        var profile = user.Profile;
        return new(
            user.Id,
            user.Email,
            user.EmailVerified,
            user.UserName,
            profile.Name,
            profile.GivenName,
            profile.FamilyName,
            profile.PhoneNumber,
            profile.Address,
            profile.ContactEmail,
            user.CreatedAt);
    }
}
