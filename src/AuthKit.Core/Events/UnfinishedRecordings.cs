using System.Collections.Concurrent;

namespace AuthKit.Events;

/// <summary>What is still being kept of events while nobody waits for it any more; a host that stops does.</summary>
internal sealed class UnfinishedRecordings
{
    private readonly ConcurrentDictionary<Task, bool> _recordings = [];

    public void Add(Task recording)
    {
        _recordings[recording] = true;
        recording.ContinueWith(static (ended, all) => ((ConcurrentDictionary<Task, bool>)all!).TryRemove(ended, out _), _recordings, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Waits until all of it is kept, or the host has no more time.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_recordings.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
