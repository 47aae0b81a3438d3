using System.Text.Json.Serialization;

namespace AuthKit.Contracts.Account;

/// <summary>The tokens of a session, by the names of RFC 6749 §5.1 in camelCase.</summary>
internal sealed record AccountTokens(
    [property: JsonPropertyName("accessToken")] string AccessToken,
    [property: JsonPropertyName("tokenType")] string TokenType,
    [property: JsonPropertyName("expiresIn")] int ExpiresIn,
    [property: JsonPropertyName("refreshToken")] string RefreshToken)
{
    public static AccountTokens Of(TokenPair pair) => new(pair.AccessToken, pair.TokenType, pair.ExpiresIn, pair.RefreshToken!);
}
