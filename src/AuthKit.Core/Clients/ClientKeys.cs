using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Clients;

/// <summary>The keys that a client signs its assertions with.</summary>
internal static class ClientKeys
{
    private const int Most = 8;

    /// <summary>The public keys of a JWK set (RFC 7517 §5); null where it is none, or holds a private or a shared key.</summary>
    public static IList<SecurityKey>? Read(string jwks)
    {
        try
        {
            var set = new JsonWebKeySet(jwks);
            var usable = set.Keys.Count is > 0 and <= Most
                && set.Keys.All(key => !key.HasPrivateKey && key.Kty is JsonWebAlgorithmsKeyTypes.EllipticCurve or JsonWebAlgorithmsKeyTypes.RSA);
            return usable ? set.GetSigningKeys() : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
