using System.Text.Json.Serialization;

namespace AuthKit.Sessions;

/// <summary>The claims that a client asked for by name (OpenID Connect Core 1.0 §5.5) and the user has let it know.</summary>
internal sealed record RequestedClaims
{
    /// <summary>By the userinfo endpoint; null for none.</summary>
    [JsonPropertyName("userinfo")]
    public IReadOnlyList<string>? UserInfo { get; init; }

    /// <summary>In id tokens; null for none.</summary>
    [JsonPropertyName("id_token")]
    public IReadOnlyList<string>? IdToken { get; init; }
}
