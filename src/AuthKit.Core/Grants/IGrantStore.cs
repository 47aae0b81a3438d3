namespace AuthKit.Grants;

/// <summary>Where one-time secrets are kept, by hash.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface IGrantStore
{
    /// <summary>Adds a grant, unless another has its handle.</summary>
    /// <returns>Whether it was added.</returns>
    Task<bool> CreateAsync(Grant grant, CancellationToken cancellationToken);

    /// <summary>The grant with this handle, or null.</summary>
    Task<Grant?> FindAsync(byte[] handle, CancellationToken cancellationToken);

    /// <summary>Consumes the grant in one conditional update: only where the hash matches and it is neither consumed nor expired.</summary>
    /// <returns>Whether this caller consumed it.</returns>
    Task<bool> ConsumeAsync(byte[] handle, byte[] secretHash, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Consumes every open grant of a kind that a user has, so that none outlives the state it was made for.</summary>
    Task ConsumeAllAsync(Guid userId, GrantKind kind, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes the grants that had expired by then.</summary>
    Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
