using AuthKit.Queues;

namespace AuthKit.Mail;

/// <summary>Where mail waits to be sent, in the home database. Any number of senders may ask at once.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface IOutboxStore : IQueueStore<OutboxMail>
{
    /// <summary>Gives a claimed mail up and removes what it is worded from; does nothing where the claim is not in force any more.</summary>
    Task BuryAsync(OutboxMail claimed, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes the mails that had been enqueued by then.</summary>
    Task<int> DeleteEnqueuedAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
