using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Records;
using AuthKit.Sessions;

namespace AuthKit.Users;

/// <summary>
/// Sessions, and external identities that nobody has proved, count while what they were born of stands, so that no order of
/// writes, no race and no failure between two of them leaves one alive that its account's owner has ended.
/// </summary>
internal static class BoundSessions
{
    internal static readonly Reference<User> Account = SessionTable.UserId.RefersTo(UserTable.Rows, UserTable.Id);

    /// <summary>
    /// Exchanges a session's refresh secret, and says whether the session is bound. The account is read after the exchange:
    /// in the same round trip, unless the host brought one of the two ports, or the engine cannot.
    /// </summary>
    public static async Task<(RotationResult Rotation, bool IsBound)> RotateAsync(this DatabaseLease database, SessionRotation rotation, CancellationToken cancellationToken)
    {
        if (database.Sessions is not SessionStore sessions || database.Users is not UserStore)
        {
            var rotated = await database.Sessions.RotateAsync(rotation, cancellationToken);
            return (rotated, rotated.Session is not null && await database.IsBoundAsync(rotated.Session, cancellationToken));
        }

        var (result, account) = await sessions.RotateAsync(rotation, Account, cancellationToken);
        return (result, result.Session is { } session && (session.IsClientsOwn || session.IsBoundTo(account)));
    }

    /// <summary>
    /// Whether the session's account is there, and no credential of it was set, reset or removed since the session's proof
    /// was checked. To be asked after whatever makes the session usable, never before. A client in its own name has no account.
    /// </summary>
    public static async Task<bool> IsBoundAsync(this DatabaseLease database, Session session, CancellationToken cancellationToken) =>
        session.IsClientsOwn || session.IsBoundTo(await database.Users.FindByIdAsync(session.UserId, cancellationToken));

    /// <summary>The same for an account that has been read already; what is written to it then has to be refused where it has changed since.</summary>
    public static bool IsBoundTo(this Session session, User? account) => IsBound(session.CredentialVersion, account);

    /// <summary>Whether an external identity may sign in to the account it was given to, as that was read.</summary>
    public static bool IsBoundTo(this ExternalLoginRecord login, User? account) =>
        account is not null && (login.ProvedAt is not null || IsBound(login.CredentialVersion, account));

    /// <summary>Whether no credential of an account, as it was read, was set, reset or removed since it had this version.</summary>
    public static bool IsOfCredentials(this User account, int? version) => IsBound(version, account);

    private static bool IsBound(int? version, User? account) => account switch
    {
        null => false,
        { CredentialVersion: null } => true,
        { CredentialVersion: var current } => current == (version ?? 0),
    };
}
