using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Tokens;

namespace AuthKit.Proofs;

/// <summary>Whether whoever presents an access token holds the key that it is bound to (RFC 9449 §7.1, RFC 8705 §3).</summary>
internal sealed class TokenPossession(DPoPProofs proofs)
{
    /// <summary>Why a token does not count; null where it does.</summary>
    /// <param name="confirmation">The key that the token is bound to; null where whoever bears it may use it.</param>
    /// <param name="accessToken">The token.</param>
    /// <param name="presented">What the request brought.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Fault?> ObjectionAsync(string? confirmation, string accessToken, PresentedProof? presented, CancellationToken cancellationToken)
    {
        var saysDPoP = presented is { IsDPoPScheme: true };
        // RFC 9449 §7.1 and §7.2: no downgrade to a bearer token, and no token that is bound to nothing in the place of one that is.
        if (Confirmation.IsOfKey(confirmation) != saysDPoP)
            return Fault.InvalidToken;
        if (saysDPoP)
            return await ProofObjectionAsync(confirmation!, accessToken, presented!, cancellationToken);
        return confirmation is null || (presented?.Certificate is { } certificate && Confirmation.OfCertificate(certificate) == confirmation) ? null : Fault.InvalidToken;
    }

    private async ValueTask<Fault?> ProofObjectionAsync(string confirmation, string accessToken, PresentedProof presented, CancellationToken cancellationToken)
    {
        if (!(await proofs.VerifyAsync(presented, cancellationToken)).Succeeded(out var proof, out var failure))
            return failure.Fault == Fault.UseDPoPNonce ? Fault.TokenNonceRequired : Fault.InvalidTokenProof;
        return Confirmation.OfKey(proof.Thumbprint) == confirmation
            && IsOf(proof, accessToken)
            && await proofs.UseAsync(presented, proof, anywhere: false, cancellationToken)
                ? null
                : Fault.InvalidTokenProof;
    }

    private static bool IsOf(DPoPProof proof, string accessToken) =>
        proof.TokenHash is { } hash
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)))));
}
