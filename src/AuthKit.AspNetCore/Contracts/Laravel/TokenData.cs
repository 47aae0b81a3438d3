using System.Text.Json.Serialization;

namespace AuthKit.Contracts.Laravel;

/// <summary>The data of a sign-in.</summary>
internal sealed record TokenData(
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("refresh_token")] string RefreshToken);
