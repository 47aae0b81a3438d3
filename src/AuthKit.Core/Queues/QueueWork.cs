using AuthKit.Databases;

namespace AuthKit.Queues;

/// <summary>What a <see cref="QueueWorker{TItem}"/> does.</summary>
/// <param name="Store">The queue.</param>
/// <param name="Signal">What wakes it.</param>
internal sealed record QueueWork<TItem>(Func<DatabaseLease, IQueueStore<TItem>> Store, QueueSignal Signal) where TItem : class
{
    /// <summary>How many items are delivered at once.</summary>
    public required int AtOnce { get; init; }

    /// <summary>How long an item is claimed for: longer than an attempt takes.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>Delivers a claimed item and removes it, or says when it is due again.</summary>
    public required Func<TItem, CancellationToken, Task> AttemptAsync { get; init; }

    /// <summary>Told once that the queue cannot be reached, by the name of the exception.</summary>
    public required Action<string> Unavailable { get; init; }
}
