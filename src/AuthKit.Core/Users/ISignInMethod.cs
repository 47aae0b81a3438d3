namespace AuthKit.Users;

/// <summary>
/// A way to sign in that a feature offers beside passwords and providers' logins, and registers with the services. While an account
/// has one that lasts, the others may be taken from it.
/// </summary>
public interface ISignInMethod
{
    /// <summary>Whether somebody could sign in to the account by it now, and can as long as the account's owner takes nothing away.</summary>
    /// <param name="user">The account as it was read.</param>
    /// <param name="records">The rows of the database that it lives in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> IsOpenAsync(User user, Records.IRecords records, CancellationToken cancellationToken);
}
