namespace AuthKit.Tokens;

/// <summary>A purpose that tokens are signed for.</summary>
/// <param name="Type">The <c>typ</c> (RFC 8725 §3.11).</param>
/// <param name="Algorithms">The values of <c>alg</c> that it may have.</param>
internal sealed record JwtKind(string Type, IReadOnlyList<string> Algorithms)
{
    private static IReadOnlyList<string> Any => [SigningAlgorithms.Es256, SigningAlgorithms.Rs256];

    /// <summary>RFC 9068 §2.1.</summary>
    public static JwtKind AccessToken { get; } = new("at+jwt", [SigningAlgorithms.Es256]);

    /// <summary>OpenID Connect Core 1.0 §2. What it is told by is its <c>sid</c>, which nothing else of this type has.</summary>
    public static JwtKind IdToken { get; } = new("JWT", Any);

    /// <summary>
    /// JWT Secured Authorization Response Mode §2.1, which names no type. One of its own would be safer, and is refused by the client
    /// libraries that take <c>JWT</c> or none; it has neither <c>sub</c> nor <c>sid</c>, so that it is nobody's id token.
    /// </summary>
    public static JwtKind AuthorizationResponse { get; } = new("JWT", Any);

    /// <summary>OpenID Connect Back-Channel Logout 1.0 §2.4.</summary>
    public static JwtKind LogoutToken { get; } = new("logout+jwt", Any);

    /// <summary>OpenID Connect Core 1.0 §5.3.2, of no type of its own either; without <c>sid</c> and <c>exp</c> it is no id token.</summary>
    public static JwtKind UserInfo { get; } = new("JWT", Any);

    /// <summary>RFC 9701 §5.</summary>
    public static JwtKind Introspection { get; } = new("token-introspection+jwt", Any);
}
