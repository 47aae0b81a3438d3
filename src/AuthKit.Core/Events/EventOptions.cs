namespace AuthKit.Events;

/// <summary>How the host's listeners are told of events.</summary>
public sealed class EventOptions
{
    /// <summary>How many events may wait for one listener; it misses those beyond.</summary>
    /// <value>Default: 1000.</value>
    public int QueueLength { get; set; } = 1000;

    /// <summary>How long a listener may take for one event. Its token ends then, and the next event is told, whether or not it heeds the token.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan ListenerTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
