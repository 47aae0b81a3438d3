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

    /// <summary>
    /// Gives out the key under which tenants' users are found and named, which nothing can make anew. Keep it where secrets are kept, apart
    /// from the Data Protection ring that seals it.
    /// </summary>
    /// <returns>The key, of 32 bytes.</returns>
    /// <exception cref="Records.StoreUnavailableException">The home database cannot be reached, or this node cannot unseal the key.</exception>
    Task<byte[]> ExportDirectoryKeyAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Puts that key back where the Data Protection ring that sealed it is lost: it is sealed by the one that this node has. Other nodes
    /// follow within five minutes.
    /// </summary>
    /// <param name="key">What <see cref="ExportDirectoryKeyAsync"/> gave.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">It is not 32 bytes long, or not the key that this node has unsealed.</exception>
    /// <exception cref="Records.StoreUnavailableException">The home database cannot be reached.</exception>
    Task RestoreDirectoryKeyAsync(byte[] key, CancellationToken cancellationToken = default);
}
