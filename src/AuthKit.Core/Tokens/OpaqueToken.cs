using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Tokens;

/// <summary>
/// A token of two halves, <c>handle.secret</c>: the handle finds a row, the secret is compared with the hash in it. For
/// a tenant's database it is <c>tenant.handle.secret</c>. Refresh tokens and mailed reset tokens are written so.
/// </summary>
internal sealed class OpaqueToken(string tenant, byte[] handle, byte[] secret)
{
    public const int HandleBytes = 16;

    private const int LeastSecretBytes = 16;
    private const int MaxLength = 512;

    public string Tenant { get; } = tenant;

    public byte[] Handle { get; } = handle;

    public byte[] Secret { get; } = secret;

    public static byte[] NewHandle() => RandomNumberGenerator.GetBytes(HandleBytes);

    public static bool TryParse(string? text, [NotNullWhen(true)] out OpaqueToken? token)
    {
        token = null;
        if (text is null or { Length: > MaxLength } || text.Split('.') is not { Length: 2 or 3 } parts || !parts.All(Valid))
            return false;
        var handle = Base64Url.DecodeFromChars(parts[^2]);
        var secret = Base64Url.DecodeFromChars(parts[^1]);
        if (handle.Length != HandleBytes || secret.Length < LeastSecretBytes)
            return false;
        var read = new OpaqueToken(parts.Length == 3 ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])) : Tenants.Tenant.Home, handle, secret);
        // The decoder passes over blanks and padding; a token is written in one way (RFC 7515 §2).
        token = read.Encode() == text ? read : null;
        return token is not null;
    }

    /// <summary>The token as it is sent; not <c>ToString</c>, which finds its way into logs.</summary>
    public string Encode()
    {
        var halves = $"{Base64Url.EncodeToString(Handle)}.{Base64Url.EncodeToString(Secret)}";
        return Tenant == Tenants.Tenant.Home ? halves : $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Tenant))}.{halves}";
    }

    private static bool Valid(string part) => part.Length > 0 && Base64Url.IsValid(part);
}
