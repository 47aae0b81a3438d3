namespace AuthKit.Tokens;

/// <summary>The algorithms that tokens are signed with (RFC 7518 §3.1).</summary>
public static class SigningAlgorithms
{
    /// <summary>ECDSA on P-256 with SHA-256. Access tokens are signed with it.</summary>
    public const string Es256 = "ES256";

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256, which OpenID Connect requires of every provider (OpenID Connect Core 1.0 §15.1).</summary>
    public const string Rs256 = "RS256";

    internal static KeyUse UseOf(string algorithm) => algorithm switch
    {
        Es256 => KeyUse.Es256,
        Rs256 => KeyUse.Rs256,
        _ => throw new ArgumentException($"'{algorithm}' is no algorithm that tokens are signed with.", nameof(algorithm)),
    };

    internal static string Of(KeyUse use) => use is KeyUse.Rs256 ? Rs256 : Es256;

    internal static bool IsKnown(string algorithm) => algorithm is Es256 or Rs256;
}
