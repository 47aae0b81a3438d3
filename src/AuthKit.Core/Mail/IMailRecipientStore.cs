namespace AuthKit.Mail;

/// <summary>Where mail per address is counted, in the home database, so that it counts on all nodes.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface IMailRecipientStore
{
    /// <summary>Books a mail to an address in a conditional update, unless the last one is too recent or the day has had its number. Of several at once, one books.</summary>
    /// <param name="addressHash">The SHA-256 of the normalised address.</param>
    /// <param name="now">The time.</param>
    /// <param name="pause">The least time between two mails.</param>
    /// <param name="perDay">The most mails in the 24 hours from the first of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was booked.</returns>
    Task<bool> BookAsync(byte[] addressHash, DateTimeOffset now, TimeSpan pause, int perDay, CancellationToken cancellationToken);

    /// <summary>Removes the addresses whose day began by then and that have been sent nothing since.</summary>
    Task<int> DeleteUnusedAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
