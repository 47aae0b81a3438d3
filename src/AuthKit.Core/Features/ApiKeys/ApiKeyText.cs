using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Tokens;

namespace AuthKit.Features.ApiKeys;

/// <summary>
/// A key as it is sent: a prefix, the handle and the secret of an <see cref="OpaqueToken"/>, and a checksum of all before it, as in
/// <c>ak_handle.secret.checksum</c>. By prefix and checksum, scanners tell a key that has leaked from text that looks like one.
/// </summary>
internal static class ApiKeyText
{
    private const int ChecksumBytes = 4;
    private const int StartOfHandle = 6;

    /// <summary>The key as it is sent.</summary>
    public static string Encode(string prefix, OpaqueToken token)
    {
        var text = prefix + token.Encode();
        return $"{text}.{ChecksumOf(text)}";
    }

    /// <summary>How a key begins: what its owner knows it again by, and no part of the secret.</summary>
    public static string StartOf(string prefix, ApiKey key) => prefix + Base64Url.EncodeToString(key.Handle)[..StartOfHandle];

    public static bool TryParse(string prefix, string text, [NotNullWhen(true)] out OpaqueToken? token)
    {
        token = null;
        var end = text.LastIndexOf('.');
        return end > prefix.Length
            && text.StartsWith(prefix, StringComparison.Ordinal)
            && OpaqueToken.TryParse(text[prefix.Length..end], out token)
            && text[(end + 1)..] == ChecksumOf(text[..end]);
    }

    private static string ChecksumOf(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, ChecksumBytes));
}
