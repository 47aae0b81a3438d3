using System.Threading.Channels;
using AuthKit.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Events;

/// <summary>A bounded queue for each listener, so that one that is slow delays no request, and no other listener.</summary>
internal sealed class EventQueues(IEnumerable<EventListener> listeners, IOptions<AuthKitOptions> options, AuthKitMetrics metrics, ILogger<EventQueues> logger)
{
    private readonly Queue[] _queues = [.. listeners.Select(listener => new Queue(listener, options.Value.Events.QueueLength))];

    public IReadOnlyList<Queue> All => _queues;

    /// <summary>Adds an event for whoever listens to it; where a queue is full, its listener misses the event.</summary>
    public void Add(AuthEvent raised)
    {
        foreach (var queue in _queues)
        {
            if (!queue.Listener.Hears(raised))
                continue;
            var kept = queue.Events.Writer.TryWrite(raised);
            if (!kept)
                metrics.Heard(queue.Listener.EventType.Name, "dropped");
            // Once until there is room again, or the log would be what the queue was kept from being.
            if (queue.Overflows(!kept))
                logger.EventsDropped(queue.Listener.EventType.Name, options.Value.Events.QueueLength);
        }
    }

    /// <summary>No more events are taken.</summary>
    public void Complete()
    {
        foreach (var queue in _queues)
            queue.Events.Writer.TryComplete();
    }

    /// <summary>What waits for one listener.</summary>
    public sealed class Queue(EventListener listener, int length)
    {
        private int _overflows;

        public EventListener Listener => listener;

        public Channel<AuthEvent> Events { get; } = Channel.CreateBounded<AuthEvent>(new BoundedChannelOptions(length) { SingleReader = true });

        /// <summary>Notes whether the queue overflows.</summary>
        /// <returns>Whether it does and did not before.</returns>
        public bool Overflows(bool full) => Interlocked.Exchange(ref _overflows, full ? 1 : 0) == 0 && full;
    }
}
