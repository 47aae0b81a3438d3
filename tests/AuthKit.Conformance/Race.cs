namespace AuthKit.Conformance;

/// <summary>Callers who all start at one moment.</summary>
internal static class Race
{
    public static async Task<T[]> RunAsync<T>(int callers, Func<int, Task<T>> call)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Enumerable.Range(0, callers).Select(async caller =>
        {
            await start.Task;
            // Off this thread, for a driver may be synchronous underneath.
            return await Task.Run(() => call(caller));
        }).ToArray();
        start.SetResult();
        return await Task.WhenAll(running);
    }

    public static Task RunAsync(int callers, Func<int, Task> call) => RunAsync(callers, async caller =>
    {
        await call(caller);
        return true;
    });
}
