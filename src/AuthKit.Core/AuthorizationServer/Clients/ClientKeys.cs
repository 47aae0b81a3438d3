using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The public keys that a client may have its assertions verified by (RFC 7517, RFC 7518 §3.3 to §3.5).</summary>
internal static class ClientKeys
{
    private const int Most = 32;

    // RFC 7518 §3.3: 2048 bits or more.
    private const int LeastModulus = 2048 / 8;

    /// <summary>Whether a text is a set of public keys; those that are not understood may be in it (RFC 7517 §5), a private one may not.</summary>
    public static bool AreKeys(string jwks) => Read(jwks) is { } keys && !keys.Exists(IsPrivate);

    /// <summary>Whether an assertion can be verified by a set.</summary>
    public static bool CanVerify(string jwks) => AreKeys(jwks) && Verifying(jwks).Count > 0;

    /// <summary>The keys of a set that assertions are verified by; all others are passed over.</summary>
    public static IList<SecurityKey> Verifying(string jwks)
    {
        var set = new JsonWebKeySet();
        foreach (var key in Keys(jwks))
            set.Keys.Add(key);
        return set.GetSigningKeys();
    }

    /// <summary>Whether a certificate's key is in a set (RFC 8705 §2.2).</summary>
    public static bool Hold(string jwks, X509Certificate2 certificate)
    {
        using var curve = certificate.GetECDsaPublicKey();
        using var rsa = certificate.GetRSAPublicKey();
        var point = curve?.ExportParameters(includePrivateParameters: false).Q;
        var shape = rsa?.ExportParameters(includePrivateParameters: false);
        return Keys(jwks).Any(key => key.Kty is JsonWebAlgorithmsKeyTypes.EllipticCurve
            ? Is(key.X, point?.X) && Is(key.Y, point?.Y)
            : Is(key.N, shape?.Modulus) && Is(key.E, shape?.Exponent));
    }

    private static bool Is(string encoded, byte[]? octets) => octets is not null && Base64Url.DecodeFromChars(encoded).AsSpan().TrimStart((byte)0).SequenceEqual(octets.AsSpan().TrimStart((byte)0));

    private static IEnumerable<JsonWebKey> Keys(string jwks) => (Read(jwks) ?? []).Select(Understood).OfType<JsonWebKey>();

    private static List<JsonElement>? Read(string jwks)
    {
        try
        {
            var set = JsonElement.Parse(jwks);
            return set.ValueKind is JsonValueKind.Object && set.TryGetProperty("keys", out var keys) && keys.ValueKind is JsonValueKind.Array && keys.GetArrayLength() <= Most
                && keys.EnumerateArray().All(static key => key.ValueKind is JsonValueKind.Object)
                ? [.. keys.EnumerateArray()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // RFC 7518 §6.2.2 and §6.3.2, RFC 8037 §2; "priv" of keys whose kind is an algorithm (AKP).
    private static bool IsPrivate(JsonElement key) => key.TryGetProperty("d", out _) || key.TryGetProperty("priv", out _) || key.TryGetProperty("p", out _) || key.TryGetProperty("q", out _);

    private static JsonWebKey? Understood(JsonElement element)
    {
        try
        {
            var key = new JsonWebKey(element.GetRawText());
            return IsUnderstood(key) ? key : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static bool IsUnderstood(JsonWebKey key) =>
        (string.IsNullOrEmpty(key.Use) || key.Use == JsonWebKeyUseNames.Sig)
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
