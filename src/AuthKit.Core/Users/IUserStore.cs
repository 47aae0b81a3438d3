using AuthKit.Records;

namespace AuthKit.Users;

/// <summary>Where accounts are kept. A host with a table of users of its own implements this port alone and registers it with <c>UseUsers</c>.</summary>
/// <remarks><inheritdoc cref="StoreUnavailableException" path="/remarks"/></remarks>
public interface IUserStore
{
    /// <summary>Adds an account, unless its normalised e-mail address or user name is taken.</summary>
    Task<UserWrite> CreateAsync(User user, CancellationToken cancellationToken);

    /// <summary>The account with this id, or null.</summary>
    Task<User?> FindByIdAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The account with this <see cref="LoginName.Normalize">normalised</see> e-mail address, or null.</summary>
    Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken);

    /// <summary>The account with this <see cref="LoginName.Normalize">normalised</see> user name, or null.</summary>
    Task<User?> FindByUserNameAsync(string normalizedUserName, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the account where <see cref="User.Version"/> is still the stored one, which it then raises by one. The
    /// count of failed sign-ins and <see cref="User.LastSeenOn"/> are not written; <see cref="User.CredentialVersion"/>, <see cref="User.DisabledAt"/>, <see cref="User.EraseAt"/>,
    /// <see cref="User.Roles"/> and <see cref="User.Fields"/> are, where the store keeps them.
    /// </summary>
    Task<UserWrite> UpdateAsync(User user, CancellationToken cancellationToken);

    /// <summary>Atomically adds one to the account's failed sign-ins and notes the time.</summary>
    Task RecordFailedSignInAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Sets the count of failed sign-ins, and the time of the last, in one conditional update: only where the count is still
    /// <paramref name="known"/>, so that of two callers at once one wins. In the same round trip it reads the account, whoever won.
    /// </summary>
    Task<FailedSignInsResult> ReplaceFailedSignInsAsync(Guid id, int known, int next, DateTimeOffset? last, CancellationToken cancellationToken);

    /// <summary>Sets the account's failed sign-ins to none.</summary>
    Task ClearFailedSignInsAsync(Guid id, CancellationToken cancellationToken);
}
