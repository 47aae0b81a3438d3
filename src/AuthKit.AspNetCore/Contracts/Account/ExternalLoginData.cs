using System.Text.Json.Serialization;
using AuthKit.External;

namespace AuthKit.Contracts.Account;

/// <summary>An identity at a provider that signs in to the account.</summary>
internal sealed record ExternalLoginData(
    [property: JsonPropertyName("provider")] string Provider,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("createdAt")] DateTimeOffset CreatedAt)
{
    public static ExternalLoginData[] All(ExternalLoginRecord[] logins) => [.. logins.Select(login => new ExternalLoginData(login.Provider, login.Subject, login.CreatedAt))];
}
