using System.Buffers.Text;
using AuthKit.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit;

/// <summary>Publishes the keys by which tokens can be verified.</summary>
public sealed record PublishKeys : Command;

/// <summary>A JWK set (RFC 7517 §5).</summary>
/// <param name="Keys">The public keys, each as the members of its JWK.</param>
public sealed record KeySet(IReadOnlyList<IReadOnlyDictionary<string, string>> Keys);

internal sealed class PublishKeysFlow(KeyRing ring) : IFlow<PublishKeys, KeySet>
{
    public async Task<Outcome<KeySet>> RunAsync(PublishKeys command, FlowContext context, CancellationToken cancellationToken) =>
        new KeySet([.. (await ring.GetVerifyingKeysAsync(cancellationToken)).Select(Jwk)]);

    private static Dictionary<string, string> Jwk(SigningKey key)
    {
        var jwk = key.PublicKey is RsaSecurityKey rsa ? Of(rsa) : Of((ECDsaSecurityKey)key.PublicKey);
        jwk["use"] = "sig";
        jwk["kid"] = key.PublicKey.KeyId;
        return jwk;
    }

    // RFC 7518 §6.2.1.
    private static Dictionary<string, string> Of(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new()
        {
            ["kty"] = "EC",
            ["alg"] = SigningAlgorithms.Es256,
            ["crv"] = "P-256",
            ["x"] = Base64Url.EncodeToString(point.X),
            ["y"] = Base64Url.EncodeToString(point.Y),
        };
    }

    // RFC 7518 §6.3.1.
    private static Dictionary<string, string> Of(RsaSecurityKey key)
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["alg"] = SigningAlgorithms.Rs256,
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
    }
}

public static partial class Flows
{
    /// <summary>Publishes the keys by which tokens can be verified.</summary>
    public static Flow<PublishKeys, KeySet> PublishKeys { get; } = Flow<PublishKeys, KeySet>.Of<PublishKeysFlow>();
}
