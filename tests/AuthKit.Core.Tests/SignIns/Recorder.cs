using System.Collections.Concurrent;
using AuthKit.Events;

namespace AuthKit.Core.Tests.SignIns;

/// <summary>Keeps the events that were raised.</summary>
internal sealed class Recorder : IEventRecorder
{
    private readonly ConcurrentQueue<AuthEvent> _events = new();

    public IEnumerable<TEvent> Of<TEvent>() where TEvent : AuthEvent => _events.OfType<TEvent>();

    public ValueTask RecordAsync(AuthEvent raised, CancellationToken cancellationToken)
    {
        _events.Enqueue(raised);
        return default;
    }
}
