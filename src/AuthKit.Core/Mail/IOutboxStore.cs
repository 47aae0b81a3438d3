namespace AuthKit.Mail;

/// <summary>Where mail waits to be sent, in the home database. Any number of senders may ask at once.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface IOutboxStore
{
    /// <summary>Adds a mail.</summary>
    Task EnqueueAsync(OutboxMail mail, CancellationToken cancellationToken);

    /// <summary>The mails that are due, the longest waiting first, at most so many.</summary>
    Task<IReadOnlyList<OutboxMail>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Claims a mail that was found due, in one conditional update that also counts the attempt: until the lease ends, nobody
    /// else can. If the sender is killed, the mail is due again at the end of the lease.
    /// </summary>
    /// <param name="mail">The mail as it was found.</param>
    /// <param name="until">When the lease ends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The mail as claimed; null where another was faster.</returns>
    Task<OutboxMail?> ClaimAsync(OutboxMail mail, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Lets a claimed mail be due at another time; does nothing where the claim is not in force any more.</summary>
    Task PostponeAsync(OutboxMail claimed, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Gives a claimed mail up and removes what it is worded from; does nothing where the claim is not in force any more.</summary>
    Task BuryAsync(OutboxMail claimed, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes a mail that has been sent.</summary>
    Task RemoveAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Removes the mails that had been enqueued by then.</summary>
    Task<int> DeleteEnqueuedAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
