namespace AuthKit.Events;

/// <summary>Keeps something of an event, in the request that raised it; where it throws, that is logged.</summary>
internal interface IEventRecorder
{
    /// <summary>Keeps it; done at once for events that it does not keep.</summary>
    ValueTask RecordAsync(AuthEvent raised, CancellationToken cancellationToken);
}
