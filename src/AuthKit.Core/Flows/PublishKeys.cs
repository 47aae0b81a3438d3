using System.Buffers.Text;
using AuthKit.Tokens;

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
        var point = key.PublicKey.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new()
        {
            ["kty"] = "EC",
            ["use"] = "sig",
            ["alg"] = "ES256",
            ["kid"] = key.PublicKey.KeyId,
            ["crv"] = "P-256",
            ["x"] = Base64Url.EncodeToString(point.X),
            ["y"] = Base64Url.EncodeToString(point.Y),
        };
    }
}
