using AuthKit.Tokens;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Proofs;

/// <summary>Verifies proofs of possession (RFC 9449 §4.3).</summary>
internal sealed class DPoPProofs(ProofAddresses addresses, DPoPNonces nonces, ProofReplays replays, IOptions<AuthKitOptions> options, TimeProvider time)
{
    private const string Type = "dpop+jwt";

    /// <summary>How far a client's clock may be ahead.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _handler = new();

    /// <summary>The request's one proof, where it is one for this request; <see cref="Fault.InvalidDPoPProof"/> or <see cref="Fault.UseDPoPNonce"/> where it is not. It is not used up.</summary>
    public async ValueTask<Outcome<DPoPProof>> VerifyAsync(PresentedProof presented, CancellationToken cancellationToken) =>
        presented.Verified ??= await JudgeAsync(presented, cancellationToken);

    /// <summary>Whether this request is the first to use its proof.</summary>
    /// <param name="presented">What the request brought.</param>
    /// <param name="proof">What it was found to be.</param>
    /// <param name="anywhere">Whether the first at any node, rather than at this one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> UseAsync(PresentedProof presented, DPoPProof proof, bool anywhere, CancellationToken cancellationToken) =>
        presented.IsFirstUse ??= await replays.UseAsync(proof, anywhere || options.Value.OAuth.DPoP.CheckReplaysInStore, cancellationToken);

    private async ValueTask<Outcome<DPoPProof>> JudgeAsync(PresentedProof presented, CancellationToken cancellationToken)
    {
        if (presented.Headers is not [{ Length: > 0 } text] || await ReadAsync(text, cancellationToken) is not var (claims, thumbprint)
            || claims.Method != presented.Method || !addresses.Fits(claims.Address, presented.Path))
            return Fault.InvalidDPoPProof;
        if (claims.Nonce is not { } nonce)
        {
            if (options.Value.OAuth.DPoP.RequireNonce)
                return await AskForNonceAsync(presented, cancellationToken);
            if (!IsTimely(claims.IssuedAt))
                return Fault.InvalidDPoPProof;
        }
        else
        {
            // The nonce tells when the proof was made, by this server's clock and not the client's.
            var (counts, isCurrent) = await nonces.JudgeAsync(nonce, cancellationToken);
            if (!counts)
                return await AskForNonceAsync(presented, cancellationToken);
            if (!isCurrent)
                presented.Nonce = await nonces.CurrentAsync(cancellationToken);
        }

        return new DPoPProof(thumbprint, claims.Id, claims.TokenHash);
    }

    private async ValueTask<Outcome<DPoPProof>> AskForNonceAsync(PresentedProof presented, CancellationToken cancellationToken)
    {
        presented.Nonce = await nonces.CurrentAsync(cancellationToken);
        return Fault.UseDPoPNonce;
    }

    /// <summary>What a proof says, and the thumbprint of the key in its header, which signed it; null for anything else.</summary>
    private async ValueTask<(ProofClaims Claims, string Thumbprint)?> ReadAsync(string text, CancellationToken cancellationToken)
    {
        if (SignedJwt.Read(_handler, text) is not { } unverified
            || ProofClaims.Json(unverified.EncodedHeader) is not { } header || !header.TryGetProperty("jwk", out var jwk))
            return null;
        using var key = ProofKey.Read(jwk);
        if (key is null)
            return null;
        // Not none, which would be any to the handler.
        string[] algorithms = [.. key.Algorithms.Intersect(options.Value.OAuth.ProofAlgorithms)];
        if (algorithms.Length == 0)
            return null;
        var parameters = new TokenValidationParameters
        {
            ValidTypes = [Type],
            ValidAlgorithms = algorithms,
            // No other key is looked for, whatever the header names (kid, jku, x5c).
            IssuerSigningKeyResolver = (_, _, _, _) => [key.Key],
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        };
        return await SignedJwt.ValidateAsync(_handler, text, parameters, cancellationToken) is { } token && ProofClaims.Read(token.EncodedPayload) is { } claims
            ? (claims, key.Thumbprint)
            : null;
    }

    private bool IsTimely(double issuedAt)
    {
        var age = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds - issuedAt;
        return age >= -ClockSkew.TotalSeconds && age <= options.Value.OAuth.DPoP.ProofLifetime.TotalSeconds;
    }
}
