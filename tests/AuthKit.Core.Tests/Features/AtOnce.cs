namespace AuthKit.Core.Tests.Features;

/// <summary>Callers who all start at one moment.</summary>
internal static class AtOnce
{
    public static async Task<T[]> RunAsync<T>(int callers, Func<int, Task<T>> call)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Each off this thread, for a driver may be synchronous underneath.
        Task<T>[] running = [.. Enumerable.Range(0, callers).Select(async caller =>
        {
            await start.Task;
            return await Task.Run(() => call(caller));
        })];
        start.SetResult();
        return await Task.WhenAll(running);
    }
}
