namespace AuthKit.Relational;

/// <summary>A call that nobody need wait for any longer: what is left of it is seen to an end, and no thread of the pool is blocked for it.</summary>
internal static class Abandonment
{
    /// <summary>Waits for a call as long as the caller does, and for no longer than a time limit.</summary>
    /// <param name="run">The call, given what tells its driver to end.</param>
    /// <param name="limit">The longest that it may take; infinite where the driver minds the time.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    /// <exception cref="TimeoutException">The limit is reached.</exception>
    public static async Task<TResult> WaitAsideAsync<TResult>(Func<CancellationToken, Task<TResult>> run, TimeSpan limit, CancellationToken cancellationToken)
    {
        // What runs aside would run all the same.
        cancellationToken.ThrowIfCancellationRequested();
        var end = new CancellationTokenSource();
        var started = TimeProvider.System.GetTimestamp();
        var running = run(end.Token);
        try
        {
            return await running.WaitAsync(limit, cancellationToken);
        }
        catch (Exception) when (!running.IsCompleted)
        {
            var left = limit == Timeout.InfiniteTimeSpan ? limit : limit - TimeProvider.System.GetElapsedTime(started);
            _ = EndAsync(running, end, left == Timeout.InfiniteTimeSpan || left > TimeSpan.Zero ? left : TimeSpan.Zero);
            throw;
        }
    }

    private static async Task EndAsync(Task running, CancellationTokenSource end, TimeSpan left)
    {
        // A statement takes milliseconds: most end by themselves, their connection as good as new.
        await running.WaitAsync(left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!running.IsCompleted)
            await Task.Factory.StartNew(end.Cancel, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }
}
