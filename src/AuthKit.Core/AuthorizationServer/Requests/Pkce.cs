using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>Proof Key for Code Exchange (RFC 7636), by SHA-256 alone: a plain challenge proves nothing to whoever reads the request (RFC 9700 §2.1.1).</summary>
internal static class Pkce
{
    /// <summary>The only <c>code_challenge_method</c>.</summary>
    public const string Method = "S256";

    private const int LeastVerifier = 43;
    private const int MostVerifier = 128;

    /// <summary>Whether a challenge is a SHA-256 in base64url (§4.2).</summary>
    public static bool IsChallenge(string challenge) => challenge.Length == LeastVerifier && challenge.All(IsUnreserved) && Base64Url.IsValid(challenge);

    /// <summary>Whether a verifier is the one behind a challenge (§4.6). Where the request carried no challenge, a verifier was put in by somebody else (RFC 9700 §4.8.2).</summary>
    public static bool Fits(string? verifier, string? challenge)
    {
        if (string.IsNullOrEmpty(verifier) || challenge is null)
            return string.IsNullOrEmpty(verifier) && challenge is null;
        if (verifier.Length is < LeastVerifier or > MostVerifier || !verifier.All(IsUnreserved))
            return false;
        var computed = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(computed), Encoding.ASCII.GetBytes(challenge));
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
