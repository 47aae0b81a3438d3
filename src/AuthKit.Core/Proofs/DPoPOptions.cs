namespace AuthKit.Proofs;

/// <summary>Proofs of possession at the application level (DPoP, RFC 9449). Clients use them without being asked to; a client that has to is registered so.</summary>
public sealed class DPoPOptions
{
    /// <summary>What proofs may be signed with (RFC 7518 §3.1).</summary>
    public static IReadOnlyList<string> Algorithms { get; } = ["ES256", "ES384", "PS256", "RS256"];

    /// <summary>
    /// For how long a proof is good after it was made (<c>iat</c>, RFC 9449 §11.1), by this server's clock; 30 seconds more are allowed to a
    /// client whose clock is ahead. Nonces of the server's live as long.
    /// </summary>
    /// <value>Default: 1 minute; at most 10.</value>
    public TimeSpan ProofLifetime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether every proof has to carry a nonce of this server's (RFC 9449 §8 and §9), so that none is made in advance and no client's
    /// clock matters. A client without one is given it with the refusal, and asks again. A nonce that is sent is checked in any case.
    /// </summary>
    /// <value>Default: false.</value>
    public bool RequireNonce { get; set; }

    /// <summary>
    /// Whether the store, rather than each node for itself, sees to it that a proof is used once where an access token is presented: one
    /// more round trip for every such request. At the token endpoint it always does.
    /// </summary>
    /// <value>Default: false: a proof that is stolen can be used once more at each other node within <see cref="ProofLifetime"/>, for the same method and address.</value>
    public bool CheckReplaysInStore { get; set; }

    /// <summary>
    /// The origins that clients reach this server by beside the issuer's, for example <c>https://api.example</c>. What a request says
    /// in its <c>Host</c> header is not believed: a proof that was made for another server would pass here (RFC 9449 §4.3).
    /// </summary>
    /// <value>Default: empty, which is the issuer's origin alone.</value>
    public IList<string> Origins { get; } = [];
}
