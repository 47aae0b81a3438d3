using AuthKit.Events;
using AuthKit.Proofs;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>Finds the key that a request for tokens has them bound to (RFC 9449 §5, RFC 8705 §3).</summary>
internal sealed class TokenKeys(DPoPProofs proofs, IEvents events)
{
    /// <summary>The key that a client's new tokens are bound to; a failure where the proof does not count, or is missing and the client may not go without.</summary>
    public async ValueTask<Outcome<TokenKey>> OfAsync(Client client, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await ProvedAsync(client, context, cancellationToken)).Succeeded(out var key, out var failure))
            return failure;
        if (key.Confirmation is not null)
            return key;
        if (client.DPoPBoundTokens)
            return await RefuseAsync(client, Fault.InvalidDPoPProof, context, cancellationToken);
        if (!client.CertificateBoundTokens)
            return key;
        return context.Proof?.Certificate is { } certificate ? new TokenKey(Confirmation.OfCertificate(certificate)) : Fault.CertificateRequired;
    }

    /// <summary>The key that a request proves; nothing where it proves none.</summary>
    public async ValueTask<Outcome<TokenKey>> ProvedAsync(Client client, FlowContext context, CancellationToken cancellationToken)
    {
        if (context.Proof is not { Headers.Count: > 0 } presented)
            return default(TokenKey);
        if (!(await proofs.VerifyAsync(presented, cancellationToken)).Succeeded(out var proof, out var failure))
            // The first request of every client that has no nonce yet.
            return failure.Fault == Fault.UseDPoPNonce ? failure : await RefuseAsync(client, failure.Fault, context, cancellationToken);
        return await proofs.UseAsync(presented, proof, anywhere: true, cancellationToken)
            ? new TokenKey(Confirmation.OfKey(proof.Thumbprint))
            : await RefuseAsync(client, Fault.InvalidDPoPProof, context, cancellationToken);
    }

    private async ValueTask<Outcome<TokenKey>> RefuseAsync(Client client, Fault fault, FlowContext context, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.Proof, TokenRefusals.Invalid) { ClientId = client.Id }, cancellationToken);
        return fault;
    }
}
