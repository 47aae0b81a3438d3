using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Proofs;

/// <summary>The public key in a proof's header (RFC 9449 §4.2, RFC 7518 §6).</summary>
internal sealed class ProofKey : IDisposable
{
    // RFC 7518 §3.3 wants 2048 bits or more; more than 4096 cost their sender less than this server.
    private const int LeastModulus = 2048 / 8;
    private const int MostModulus = 4096 / 8;
    private const int MostExponent = 4;

    // RFC 7518 §6.2.2, §6.3.2 and §6.4, RFC 8037 §2.
    private static readonly string[] Private = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

    private readonly IDisposable _algorithm;

    private ProofKey(IDisposable algorithm, SecurityKey key, JsonWebKey shape, params string[] algorithms)
    {
        (_algorithm, Key, Algorithms) = (algorithm, key, algorithms);
        Thumbprint = Base64Url.EncodeToString(shape.ComputeJwkThumbprint());
        // The cache that all keys of a process share would keep every key that anybody makes up.
        key.CryptoProviderFactory = new() { CacheSignatureProviders = false };
    }

    public SecurityKey Key { get; }

    /// <summary>What the key can have signed with.</summary>
    public IReadOnlyList<string> Algorithms { get; }

    /// <summary>RFC 7638, of the key as it is, however its members were written.</summary>
    public string Thumbprint { get; }

    /// <summary>The key; null where it is private, symmetric, too weak, too large, or of no kind that proofs are signed with.</summary>
    public static ProofKey? Read(JsonElement jwk)
    {
        if (jwk.ValueKind is not JsonValueKind.Object || Private.Any(member => jwk.TryGetProperty(member, out _)))
            return null;
        try
        {
            return Text(jwk, "kty") switch
            {
                JsonWebAlgorithmsKeyTypes.EllipticCurve => Text(jwk, "crv") switch
                {
                    JsonWebKeyECTypes.P256 => Curve(jwk, JsonWebKeyECTypes.P256, ECCurve.NamedCurves.nistP256, 32, "ES256"),
                    JsonWebKeyECTypes.P384 => Curve(jwk, JsonWebKeyECTypes.P384, ECCurve.NamedCurves.nistP384, 48, "ES384"),
                    _ => null,
                },
                JsonWebAlgorithmsKeyTypes.RSA => Rsa(jwk),
                _ => null,
            };
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            // Not base64url, or a point that is not on the curve.
            return null;
        }
    }

    public void Dispose() => _algorithm.Dispose();

    private static ProofKey? Curve(JsonElement jwk, string name, ECCurve curve, int bytes, string algorithm)
    {
        if (Octets(jwk, "x") is not { } x || Octets(jwk, "y") is not { } y || x.Length != bytes || y.Length != bytes)
            return null;
        var key = ECDsa.Create(new ECParameters { Curve = curve, Q = { X = x, Y = y } });
        var shape = new JsonWebKey { Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve, Crv = name, X = Base64Url.EncodeToString(x), Y = Base64Url.EncodeToString(y) };
        return new(key, new ECDsaSecurityKey(key), shape, algorithm);
    }

    private static ProofKey? Rsa(JsonElement jwk)
    {
        if (Octets(jwk, "n") is not [not 0, ..] modulus || Octets(jwk, "e") is not [not 0, ..] exponent)
            return null;
        if (modulus.Length is < LeastModulus or > MostModulus || exponent.Length > MostExponent || exponent is [1] || (exponent[^1] & 1) == 0)
            return null;
        var key = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent });
        var shape = new JsonWebKey { Kty = JsonWebAlgorithmsKeyTypes.RSA, N = Base64Url.EncodeToString(modulus), E = Base64Url.EncodeToString(exponent) };
        return new(key, new RsaSecurityKey(key), shape, "PS256", "RS256");
    }

    private static string? Text(JsonElement jwk, string member) => jwk.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Octets(JsonElement jwk, string member) => Text(jwk, member) is { } text ? Base64Url.DecodeFromChars(text) : null;
}
