using System.Text.Json;
using System.Text.Json.Serialization;
using AuthKit.AuthorizationServer.Exchanges;

namespace AuthKit.AuthorizationServer;

/// <summary>The reply of the token endpoint (RFC 6749 §5.1, OpenID Connect Core 1.0 §3.1.3.3), what the document prints first.</summary>
internal sealed record TokenReply(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("refresh_token"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope")] string Scope,
    [property: JsonPropertyName("id_token"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IdToken,
    [property: JsonPropertyName("authorization_details"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? AuthorizationDetails)
{
    /// <summary>RFC 8693 §2.2.1.</summary>
    [JsonPropertyName("issued_token_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IssuedTokenType { get; init; }

    public static TokenReply OfExchange(TokenPair pair) => Of(pair) with { IssuedTokenType = TokenTypes.AccessToken };

    public static TokenReply Of(TokenPair pair) => new(pair.AccessToken, pair.RefreshToken, pair.TokenType, pair.ExpiresIn, pair.Scope, pair.IdToken, pair.AuthorizationDetails);
}
