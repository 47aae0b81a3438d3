namespace AuthKit.Tokens;

/// <summary>Where the key ring is kept, in the home database; private parts arrive here protected.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface IKeyStore
{
    /// <summary>Every key.</summary>
    Task<IReadOnlyList<KeyRecord>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds a key, unless its use has one of the same generation: of several nodes, one decides.</summary>
    /// <returns>Whether this caller's key was added.</returns>
    Task<bool> AddAsync(KeyRecord key, CancellationToken cancellationToken);

    /// <summary>Removes a signing key that is compromised.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Removes the keys that nothing can refer to any more.</summary>
    Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
