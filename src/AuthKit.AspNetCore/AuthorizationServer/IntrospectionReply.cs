using System.Text.Json;
using System.Text.Json.Serialization;
using AuthKit.Http;

namespace AuthKit.AuthorizationServer;

/// <summary>RFC 7662 §2.2. Of a token that cannot be used, <c>active</c> alone is told.</summary>
internal sealed record IntrospectionReply([property: JsonPropertyName("active")] bool Active)
{
    [JsonPropertyName("scope"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Scope { get; init; }

    [JsonPropertyName("client_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClientId { get; init; }

    [JsonPropertyName("token_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TokenType { get; init; }

    [JsonPropertyName("exp"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Expires { get; init; }

    [JsonPropertyName("iat"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? IssuedAt { get; init; }

    [JsonPropertyName("iss"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Issuer { get; init; }

    /// <summary>A text where there is one audience, else a list (RFC 7519 §4.1.3).</summary>
    [JsonPropertyName("aud"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), DescribedAs(typeof(string), typeof(string[]))]
    public object? Audience { get; init; }

    [JsonPropertyName("jti"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TokenId { get; init; }

    [JsonPropertyName("username"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserName { get; init; }

    [JsonPropertyName("sub"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    [JsonPropertyName("sid"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? SessionId { get; init; }

    [JsonPropertyName("tid"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tenant { get; init; }

    [JsonPropertyName("authorization_details"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? AuthorizationDetails { get; init; }

    /// <summary>RFC 9470 §6.2.</summary>
    [JsonPropertyName("auth_time"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AuthenticatedAt { get; init; }

    /// <summary>RFC 9470 §6.2.</summary>
    [JsonPropertyName("acr"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AuthenticationContext { get; init; }

    /// <summary>RFC 9449 §6.2, RFC 8705 §3.2.</summary>
    [JsonPropertyName("cnf"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Confirmation { get; init; }

    /// <summary>RFC 8693 §4.1.</summary>
    [JsonPropertyName("act"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Actor { get; init; }

    public static IntrospectionReply Of(TokenFacts facts) => new(facts.Active)
    {
        Scope = facts.Scope,
        ClientId = facts.ClientId,
        TokenType = !facts.IsAccessToken ? null : facts.Confirmation?.ContainsKey("jkt") == true ? "DPoP" : "Bearer",
        Expires = facts.ExpiresAt?.ToUnixTimeSeconds(),
        IssuedAt = facts.IssuedAt?.ToUnixTimeSeconds(),
        Issuer = facts.Issuer,
        Audience = facts.Audience switch
        {
            [] => null,
            [var one] => one,
            var several => several,
        },
        TokenId = facts.TokenId,
        Actor = facts.Actor is { } actor ? JsonElement.Parse(actor) : null,
        AuthenticatedAt = facts.AuthenticatedAt?.ToUnixTimeSeconds(),
        AuthenticationContext = facts.AuthenticationContext,
        Confirmation = facts.Confirmation,
        UserName = facts.UserName,
        AuthorizationDetails = facts.AuthorizationDetails,
        Subject = facts.Subject,
        SessionId = facts.SessionId,
        Tenant = string.IsNullOrEmpty(facts.Tenant) ? null : facts.Tenant,
    };
}
