using AuthKit.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Events;

/// <summary>Tells the host's listeners, each in the order in which events were raised, in a scope of its own and within a time limit.</summary>
internal sealed class EventDispatcher(EventQueues queues, UnfinishedRecordings unfinished, IServiceScopeFactory scopes, IOptions<AuthKitOptions> options, AuthKitMetrics metrics, TimeProvider time, ILogger<EventDispatcher> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private Task _telling = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _telling = Task.WhenAll(queues.All.Select(queue => Task.Run(() => TellAsync(queue), CancellationToken.None)));
        return Task.CompletedTask;
    }

    /// <summary>What has been raised is kept and told still, while the host gives time for it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        queues.Complete();
        await unfinished.WaitAsync(cancellationToken);
        await _telling.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _ending.CancelAsync();
    }

    public void Dispose() => _ending.Dispose();

    private async Task TellAsync(EventQueues.Queue queue)
    {
        await foreach (var raised in queue.Events.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (_ending.IsCancellationRequested)
                return;
            metrics.Heard(queue.Listener.EventType.Name, await TellAsync(queue.Listener, raised));
        }
    }

    private async Task<string> TellAsync(EventListener listener, AuthEvent raised)
    {
        using var timeout = new CancellationTokenSource(options.Value.Events.ListenerTimeout, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _ending.Token);
        try
        {
            // A listener that does not heed its token holds up the next event no longer than one that does.
            await HearAsync(listener, raised, limit.Token).WaitAsync(limit.Token);
            return "heard";
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            logger.ListenerTooSlow(raised.GetType().Name, options.Value.Events.ListenerTimeout);
            return "timed_out";
        }
        catch (Exception e)
        {
            logger.ListenerFailed(raised.GetType().Name, e);
            return "failed";
        }
    }

    private async Task HearAsync(EventListener listener, AuthEvent raised, CancellationToken cancellationToken)
    {
        // What it does before it first awaits counts as well.
        await Task.Yield();
        await using var scope = scopes.CreateAsyncScope();
        await listener.HearAsync(raised, scope.ServiceProvider, cancellationToken);
    }
}
