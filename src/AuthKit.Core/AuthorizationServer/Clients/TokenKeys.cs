using AuthKit.Events;
using AuthKit.Proofs;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>Finds the key that a request for tokens has them bound to (RFC 9449 §5, RFC 8705 §3).</summary>
internal sealed class TokenKeys(DPoPProofs proofs, IOptions<AuthKitOptions> options, IEvents events)
{
    /// <summary>The key that a client's new tokens are bound to, its proof used up.</summary>
    public async ValueTask<Outcome<TokenKey>> OfAsync(Client client, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await VerifyAsync(client, context, cancellationToken)).Succeeded(out var key, out var failure))
            return failure;
        return await UseAsync(client.Id, key, context, cancellationToken) is { } replayed ? replayed : key;
    }

    /// <summary>
    /// The key that a client's new tokens are bound to; a failure where the proof does not count, or is missing and the client may not go
    /// without. Its proof is yet to be used up: anybody may say that they are a public client, and the store keeps no row for that alone.
    /// </summary>
    public async ValueTask<Outcome<TokenKey>> VerifyAsync(Client client, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await ProvedAsync(client, context, cancellationToken)).Succeeded(out var key, out var failure))
            return failure;
        if (key.Access is not null)
            return key;
        if (client.DPoPBoundTokens)
            return await RefuseAsync(client.Id, Fault.InvalidDPoPProof, context, cancellationToken);
        if (!client.CertificateBoundTokens && !options.Value.OAuth.BindsAllTokens)
            return key;
        if (context.Proof?.Certificate is { } certificate)
            return TokenKey.OfCertificate(client, Confirmation.OfCertificate(certificate));
        return client.CertificateBoundTokens ? Fault.CertificateRequired : await RefuseAsync(client.Id, Fault.InvalidDPoPProof, context, cancellationToken);
    }

    /// <summary>The key that a request proves by a proof, which is yet to be used up; nothing where it proves none.</summary>
    public async ValueTask<Outcome<TokenKey>> ProvedAsync(Client client, FlowContext context, CancellationToken cancellationToken)
    {
        if (context.Proof is not { Headers.Count: > 0 } presented)
            return default(TokenKey);
        if ((await proofs.VerifyAsync(presented, cancellationToken)).Succeeded(out var proof, out var failure))
            return TokenKey.Of(client, proof);
        // The first request of every client that has no nonce yet.
        return failure.Fault == Fault.UseDPoPNonce ? failure : await RefuseAsync(client.Id, failure.Fault, context, cancellationToken);
    }

    /// <summary>Uses a key's proof up.</summary>
    /// <returns>Null, or why not, where somebody has before.</returns>
    public async ValueTask<Failure?> UseAsync(string clientId, TokenKey key, FlowContext context, CancellationToken cancellationToken) =>
        key.Proof is not { } proof || await proofs.UseAsync(context.Proof!, proof, anywhere: true, cancellationToken)
            ? null
            : await RefuseAsync(clientId, Fault.InvalidDPoPProof, context, cancellationToken);

    private async ValueTask<Failure> RefuseAsync(string clientId, Fault fault, FlowContext context, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.Proof, TokenRefusals.Invalid) { ClientId = clientId }, cancellationToken);
        return new(fault);
    }
}
