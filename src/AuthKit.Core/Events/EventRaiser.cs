using AuthKit.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Events;

/// <summary>Tells each event to the log, the metrics, the recorders and the host's listeners, in this order.</summary>
internal sealed class EventRaiser(AuthKitMetrics metrics, EventQueues queues, IEnumerable<IEventRecorder> recorders, UnfinishedRecordings unfinished, IOptions<AuthKitOptions> options, TimeProvider time, ILoggerFactory loggers) : IEvents
{
    private readonly IEventRecorder[] _recorders = [.. recorders];
    private readonly ILogger _logger = loggers.CreateLogger("AuthKit.Events");

    public ValueTask RaiseAsync(AuthEvent raised, CancellationToken cancellationToken)
    {
        raised.Time = time.GetUtcNow();
        raised.Log(_logger);
        metrics.Count(raised.GetType().Name, raised.Outcome, raised.Contract, raised.Tenant);
        queues.Add(raised);
        return RecordAsync(raised, cancellationToken);
    }

    private async ValueTask RecordAsync(AuthEvent raised, CancellationToken cancellationToken)
    {
        foreach (var recorder in _recorders)
        {
            var pending = RecordAsync(recorder, raised);
            if (pending.IsCompletedSuccessfully)
                continue;
            var recording = pending.AsTask();
            // Only an account that is there is ever closed: an answer that waited for this would tell (timing attack).
            if (raised is not LockedOut)
                await recording.WaitAsync(options.Value.Databases.RequestTimeout, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!recording.IsCompleted)
                unfinished.Add(recording);
        }
    }

    private async ValueTask RecordAsync(IEventRecorder recorder, AuthEvent raised)
    {
        try
        {
            // A caller that goes away must not keep the owner from hearing of it.
            await recorder.RecordAsync(raised, CancellationToken.None);
        }
        catch (Exception e)
        {
            _logger.NotRecorded(raised.GetType().Name, e.GetType().Name);
        }
    }
}
