namespace AuthKit.Queues;

/// <summary>What becomes of a claimed item after an attempt.</summary>
internal static class Settling
{
    /// <summary>Removes an item that has arrived, or is given up, and postpones any other.</summary>
    /// <param name="store">The queue.</param>
    /// <param name="claimed">The item.</param>
    /// <param name="failed">Whether the attempt failed.</param>
    /// <param name="now">The time.</param>
    /// <param name="maxAttempts">How many attempts there are at most.</param>
    /// <param name="longest">The longest pause between two.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In how long it is tried again; null where it is not.</returns>
    public static async Task<TimeSpan?> SettleAsync<TItem>(this IQueueStore<TItem> store, TItem claimed, bool failed, DateTimeOffset now, int maxAttempts, TimeSpan longest, CancellationToken cancellationToken) where TItem : class, IQueued
    {
        if (failed && claimed.Attempts < maxAttempts && now < claimed.ExpiresAt)
        {
            var delay = BackOff.After(claimed.Attempts, longest);
            await store.PostponeAsync(claimed, now + delay, cancellationToken);
            return delay;
        }

        await store.RemoveAsync(claimed.Id, cancellationToken);
        return null;
    }
}
