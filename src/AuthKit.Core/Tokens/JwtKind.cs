namespace AuthKit.Tokens;

/// <summary>A purpose that tokens are signed for.</summary>
/// <param name="Type">The <c>typ</c> (RFC 8725 §3.11).</param>
/// <param name="Algorithms">The values of <c>alg</c> that it may have.</param>
internal sealed record JwtKind(string Type, IReadOnlyList<string> Algorithms)
{
    /// <summary>RFC 9068 §2.1.</summary>
    public static JwtKind AccessToken { get; } = new("at+jwt", [SigningAlgorithms.Es256]);

    /// <summary>OpenID Connect Core 1.0 §2.</summary>
    public static JwtKind IdToken { get; } = new("JWT", [SigningAlgorithms.Es256, SigningAlgorithms.Rs256]);

    /// <summary>OpenID Connect Back-Channel Logout 1.0 §2.4.</summary>
    public static JwtKind LogoutToken { get; } = new("logout+jwt", [SigningAlgorithms.Es256, SigningAlgorithms.Rs256]);
}
