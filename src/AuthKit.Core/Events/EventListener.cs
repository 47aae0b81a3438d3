namespace AuthKit.Events;

/// <summary>A listener of the host's.</summary>
internal abstract class EventListener
{
    /// <summary>What it listens to.</summary>
    public abstract Type EventType { get; }

    public abstract bool Hears(AuthEvent raised);

    public abstract Task HearAsync(AuthEvent raised, IServiceProvider services, CancellationToken cancellationToken);
}

/// <summary>A listener to one type of event, or to every type that derives from it.</summary>
internal sealed class EventListener<TEvent>(Func<TEvent, IServiceProvider, CancellationToken, Task> listener) : EventListener where TEvent : AuthEvent
{
    public override Type EventType => typeof(TEvent);

    public override bool Hears(AuthEvent raised) => raised is TEvent;

    public override Task HearAsync(AuthEvent raised, IServiceProvider services, CancellationToken cancellationToken) => listener((TEvent)raised, services, cancellationToken);
}
