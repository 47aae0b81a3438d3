using System.Text.Json.Serialization;

namespace AuthKit.Contracts.Tenant;

/// <summary>The result of a sign-in or a refresh.</summary>
internal sealed record TenantTokens(
    [property: JsonPropertyName("token")] string Token,
    [property: JsonPropertyName("refreshToken")] string RefreshToken);
