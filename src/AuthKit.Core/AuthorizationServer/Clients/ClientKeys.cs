using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The public keys that a client may have its assertions verified by (RFC 7517, RFC 7518 §3.3 to §3.5).</summary>
internal static class ClientKeys
{
    private const int Most = 8;

    // RFC 7518 §3.3: 2048 bits or more.
    private const int LeastModulus = 2048 / 8;

    public static bool AreAcceptable(string jwks)
    {
        try
        {
            var keys = new JsonWebKeySet(jwks).Keys;
            return keys.Count is > 0 and <= Most && keys.All(IsAcceptable);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or CryptographicException)
        {
            return false;
        }
    }

    private static bool IsAcceptable(JsonWebKey key) =>
        !key.HasPrivateKey
        && (string.IsNullOrEmpty(key.Use) || key.Use == JsonWebKeyUseNames.Sig)
        && (key.KeyOps.Count == 0 || key.KeyOps.Contains("verify"))
        && key.Kty switch
        {
            JsonWebAlgorithmsKeyTypes.EllipticCurve => IsFor(key, "ES256") && IsPoint(key),
            JsonWebAlgorithmsKeyTypes.RSA => IsFor(key, "RS256", "PS256") && IsModulus(key),
            _ => false,
        };

    private static bool IsFor(JsonWebKey key, params string[] algorithms) => string.IsNullOrEmpty(key.Alg) || algorithms.Contains(key.Alg);

    private static bool IsPoint(JsonWebKey key)
    {
        if (key.Crv != JsonWebKeyECTypes.P256)
            return false;
        // A point that is not on the curve throws.
        using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = { X = Base64Url.DecodeFromChars(key.X), Y = Base64Url.DecodeFromChars(key.Y) } });
        return true;
    }

    private static bool IsModulus(JsonWebKey key)
    {
        var modulus = Base64Url.DecodeFromChars(key.N).AsSpan().TrimStart((byte)0);
        var exponent = Base64Url.DecodeFromChars(key.E).AsSpan().TrimStart((byte)0);
        return modulus.Length >= LeastModulus && exponent.Length > 0 && exponent is not [1] && (exponent[^1] & 1) == 1;
    }
}
