namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>Where logouts wait that clients have to be told, in the home database. Any number of senders may ask at once.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface ILogoutNoticeStore
{
    /// <summary>Adds a notice.</summary>
    Task EnqueueAsync(LogoutNotice notice, CancellationToken cancellationToken);

    /// <summary>The notices that are due, the longest waiting first, at most so many.</summary>
    Task<IReadOnlyList<LogoutNotice>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Claims a notice that was found due, in one conditional update that also counts the attempt: until the lease ends, nobody else can.</summary>
    /// <param name="notice">The notice as it was found.</param>
    /// <param name="until">When the lease ends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The notice as claimed; null where another was faster.</returns>
    Task<LogoutNotice?> ClaimAsync(LogoutNotice notice, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Lets a claimed notice be due at another time; does nothing where the claim is not in force any more.</summary>
    Task PostponeAsync(LogoutNotice claimed, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Removes a notice that has been sent, or is given up.</summary>
    Task RemoveAsync(Guid id, CancellationToken cancellationToken);
}
