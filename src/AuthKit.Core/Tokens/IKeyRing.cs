namespace AuthKit.Tokens;

/// <summary>The keys that this issuer signs with, for the host's own operations.</summary>
public interface IKeyRing
{
    /// <summary>
    /// Retires a key that is compromised: at once on this node nothing that it signed is accepted, it is published no longer, and
    /// another signs in its place. Other nodes follow when they next read the ring, within five minutes; nodes that restart, at once.
    /// Whoever holds its tokens signs in again or refreshes.
    /// </summary>
    /// <param name="kid">The key's id, as tokens and <c>/.well-known/jwks.json</c> have it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where there is no such key.</returns>
    /// <exception cref="Records.StoreUnavailableException">The home database cannot be reached.</exception>
    Task<bool> RetireAsync(string kid, CancellationToken cancellationToken = default);
}
