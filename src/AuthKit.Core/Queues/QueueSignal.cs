using System.Threading.Channels;

namespace AuthKit.Queues;

/// <summary>Wakes those of this process who wait for a queue.</summary>
internal sealed class QueueSignal(TimeProvider time)
{
    private readonly Channel<bool> _added = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something was enqueued.</summary>
    public void Raise() => _added.Writer.TryWrite(true);

    /// <summary>Waits until this process enqueues something, or at most so long: other nodes enqueue too.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        await ((Task)_added.Reader.ReadAsync(limit.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
