using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.AuthorizationServer.Clients.Documents;

/// <summary>The keys that a client's assertions are verified by: those that it has registered, or those at its <c>jwks_uri</c>.</summary>
internal sealed class ClientKeySets(ClientDocuments documents)
{
    /// <summary>The set as it is known here; null where there is none, or it holds what is no public key.</summary>
    public async ValueTask<string?> FindAsync(Client client, CancellationToken cancellationToken) =>
        client.JwksUri is not { } address ? client.Jwks : KeysOf(await documents.FindAsync(new(address), cancellationToken));

    /// <summary>The set as it is by now, where it has changed since: a client signs with a new key as soon as that is published (OpenID Connect Core 1.0 §10.1.1). Null where it cannot have.</summary>
    public async ValueTask<string?> FindNewerAsync(Client client, CancellationToken cancellationToken) =>
        client.JwksUri is not { } address ? null : KeysOf(await documents.FindNewerAsync(new(address), cancellationToken));

    /// <summary>The keys that a signature of the client's may be verified by: those of today, where the one that it names is not known.</summary>
    public async ValueTask<IList<SecurityKey>> VerifyingAsync(Client client, string keyId, CancellationToken cancellationToken)
    {
        var keys = ClientKeys.Verifying(await FindAsync(client, cancellationToken) ?? "");
        var isKnown = keys.Any(key => string.IsNullOrEmpty(keyId) || key.KeyId == keyId);
        return !isKnown && await FindNewerAsync(client, cancellationToken) is { } newer ? ClientKeys.Verifying(newer) : keys;
    }

    private static string? KeysOf(JsonElement? document) => document?.GetRawText() is { } jwks && ClientKeys.AreKeys(jwks) ? jwks : null;
}
