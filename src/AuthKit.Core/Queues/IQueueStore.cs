namespace AuthKit.Queues;

/// <summary>Where something waits to be delivered, in the home database (a transactional outbox). Any number of nodes may ask at once.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
/// <typeparam name="TItem">What waits.</typeparam>
public interface IQueueStore<TItem> where TItem : class
{
    /// <summary>Adds an item; it is kept when this returns.</summary>
    Task EnqueueAsync(TItem item, CancellationToken cancellationToken);

    /// <summary>The items that are due, the longest waiting first, at most so many.</summary>
    Task<IReadOnlyList<TItem>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Claims an item that was found due, in one conditional update that also counts the attempt: until the lease ends, nobody
    /// else can. If whoever claimed it is killed, the item is due again at the end of the lease.
    /// </summary>
    /// <param name="item">The item as it was found.</param>
    /// <param name="until">When the lease ends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The item as claimed; null where another was faster.</returns>
    Task<TItem?> ClaimAsync(TItem item, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Lets a claimed item be due at another time; does nothing where the claim is not in force any more.</summary>
    Task PostponeAsync(TItem claimed, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Removes an item that has been delivered, or was given up.</summary>
    Task RemoveAsync(Guid id, CancellationToken cancellationToken);
}
