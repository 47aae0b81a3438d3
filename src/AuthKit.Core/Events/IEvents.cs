namespace AuthKit.Events;

/// <summary>Where events are raised.</summary>
public interface IEvents
{
    /// <summary>
    /// Tells what has happened: to the log and the metrics before it returns, to the host's listeners in the background. What is to
    /// be kept of it (a mail to the account's owner) is kept when it returns. Nothing of this fails, so that what has
    /// happened is never answered as if it had not. Call it when the fact is durable. A flow raises with its context:
    /// <see cref="FlowEvents.RaiseAsync"/>.
    /// </summary>
    /// <param name="raised">What has happened.</param>
    /// <param name="cancellationToken">Ends the waiting, not the keeping.</param>
    ValueTask RaiseAsync(AuthEvent raised, CancellationToken cancellationToken);
}
