using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace AuthKit.Tokens;

/// <summary>
/// The key that a token is bound to (RFC 7800 §3.1), as a session keeps it: the method of the <c>cnf</c> claim, a colon, and the
/// SHA-256 in base64url. A thumbprint is no secret: whoever knows it has yet to prove that the key is theirs.
/// </summary>
internal static class Confirmation
{
    private const string KeyMethod = "jkt";
    private const string CertificateMethod = "x5t#S256";

    /// <summary>That of a key by its RFC 7638 thumbprint (RFC 9449 §6.1).</summary>
    public static string OfKey(string thumbprint) => $"{KeyMethod}:{thumbprint}";

    /// <summary>That of a certificate (RFC 8705 §3.1).</summary>
    public static string OfCertificate(X509Certificate2 certificate) => $"{CertificateMethod}:{Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256))}";

    public static bool IsOfKey(string? confirmation) => confirmation?.StartsWith(KeyMethod + ":", StringComparison.Ordinal) == true;

    /// <summary>The thumbprint of a key; null for a certificate, and for nothing.</summary>
    public static string? Thumbprint(string? confirmation) => IsOfKey(confirmation) ? confirmation![(KeyMethod.Length + 1)..] : null;

    /// <summary>Whether a text is a thumbprint.</summary>
    public static bool IsThumbprint(string text) => Base64Url.IsValid(text, out var length) && length == SHA256.HashSizeInBytes && !text.Contains('=', StringComparison.Ordinal);

    /// <summary>The value of the <c>cnf</c> claim.</summary>
    public static Dictionary<string, string> Claim(string confirmation)
    {
        var colon = confirmation.IndexOf(':', StringComparison.Ordinal);
        return new() { [confirmation[..colon]] = confirmation[(colon + 1)..] };
    }

    /// <summary>What a <c>cnf</c> claim of this server's says.</summary>
    public static string Read(JsonElement claim)
    {
        var member = claim.EnumerateObject().First();
        return $"{member.Name}:{member.Value.GetString()}";
    }
}
