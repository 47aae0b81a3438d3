using AuthKit.Proofs;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The key that a client's tokens are bound to, by its confirmation (<see cref="Sessions.Session.Confirmation"/>).</summary>
internal readonly record struct TokenKey
{
    private TokenKey(Client client, string confirmation) =>
        (Access, Refresh) = (confirmation, client.IsPublic ? confirmation : null);

    /// <summary>What access tokens are bound to; null for bearer tokens.</summary>
    public string? Access { get; }

    /// <summary>What refresh tokens are bound to: those of a client that proves who it is are bound to that (RFC 9449 §5, RFC 8705 §4), so that it may change its keys.</summary>
    public string? Refresh { get; }

    /// <summary>The proof that showed it, to be used up; null for a certificate and for bearer tokens.</summary>
    public DPoPProof? Proof { get; private init; }

    public static TokenKey Of(Client client, DPoPProof proof) => new(client, Tokens.Confirmation.OfKey(proof.Thumbprint)) { Proof = proof };

    public static TokenKey OfCertificate(Client client, string confirmation) => new(client, confirmation);
}
