using AuthKit.Proofs;

namespace AuthKit.Http;

/// <summary>The values of <c>WWW-Authenticate</c> for access tokens that do not count (RFC 6750 §3, RFC 9449 §7.1).</summary>
internal static class Challenges
{
    private static readonly string Algorithms = string.Join(' ', DPoPOptions.Algorithms);

    public static string Of(Fault fault) => OfProof(fault) ?? "Bearer error=\"invalid_token\"";

    /// <summary>Where the proof of possession is what was wrong; null where it was the token.</summary>
    public static string? OfProof(Fault fault) =>
        fault.Is(Fault.InvalidTokenProof) || fault.Is(Fault.TokenNonceRequired)
            ? $"DPoP error=\"{fault.OAuthError}\", error_description=\"{fault.Sentence}\", algs=\"{Algorithms}\""
            : null;
}
