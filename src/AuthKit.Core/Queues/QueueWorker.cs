using AuthKit.Databases;

namespace AuthKit.Queues;

/// <summary>
/// Delivers what is due, several items at once, beside the workers of other nodes. Each is delivered at least once: twice where
/// the process is killed between the receiver's answer and the row's removal.
/// </summary>
internal sealed class QueueWorker<TItem>(HomeDatabase home, QueueWork<TItem> work, TimeProvider time) where TItem : class
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(250);

    private bool _unavailable;

    /// <summary>Works until the host stops.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        using var places = new SemaphoreSlim(work.AtOnce);
        using var ending = new CancellationTokenSource();
        await WorkAsync(places, ending.Token, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // What is being delivered has a moment to arrive, so that it is not delivered again by the next process.
        ending.CancelAfter(Farewell);
        for (var i = 0; i < work.AtOnce; i++)
            await places.WaitAsync(CancellationToken.None);
    }

    private async Task WorkAsync(SemaphoreSlim places, CancellationToken ending, CancellationToken stoppingToken)
    {
        while (true)
        {
            // A place first: the lease runs from the claim.
            await places.WaitAsync(stoppingToken);
            var looked = time.GetTimestamp();
            TItem? item = null;
            try
            {
                item = await ClaimAsync(stoppingToken);
            }
            finally
            {
                if (item is null)
                    places.Release();
            }

            if (item is not null)
                _ = DeliverAsync(item);
            else if (PollInterval - time.GetElapsedTime(looked) is var left && left > TimeSpan.Zero)
                await work.Signal.WaitAsync(left, stoppingToken);
        }

        async Task DeliverAsync(TItem item)
        {
            // Against timing attacks: delivering slows other requests down, which must not be those that come right after. That is a
            // matter of this machine's processors, not of the time that the host goes by.
            await Task.Delay(LongestDelay * Random.Shared.NextDouble(), ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
            await work.AttemptAsync(item, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            places.Release();
        }
    }

    private async Task<TItem?> ClaimAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await home.GetAsync(cancellationToken);
            var (store, now) = (work.Store(database), time.GetUtcNow());
            foreach (var item in await store.ListDueAsync(now, work.AtOnce, cancellationToken))
            {
                if (await store.ClaimAsync(item, now + work.Lease, cancellationToken) is { } claimed)
                    return claimed;
            }

            _unavailable = false;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_unavailable)
                work.Unavailable(e.GetType().Name);
            _unavailable = true;
        }

        return null;
    }
}
