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
    /// Exchanges a session's refresh secret, and says whether the session is bound, and to which account. The account is read after the exchange:
    /// in the same round trip, unless the host brought one of the two ports, or the engine cannot.
    /// </summary>
    public static async Task<(RotationResult Rotation, bool IsBound, User? Account)> RotateAsync(this DatabaseLease database, SessionRotation rotation, CancellationToken cancellationToken)
    {
        if (database.Sessions is not SessionStore sessions || database.Users is not UserStore)
        {
            var rotated = await database.Sessions.RotateAsync(rotation, cancellationToken);
            var user = rotated.Session is { IsClientsOwn: false } of ? await database.Users.FindByIdAsync(of.UserId, cancellationToken) : null;
            return (rotated, IsBound(rotated.Session, user), user);
        }

        var (result, account) = await sessions.RotateAsync(rotation, Account, cancellationToken);
        return (result, IsBound(result.Session, account), account);
    }

    /// <summary>
    /// Whether the session's account is there, and no credential of it was set, reset or removed since the session's proof
    /// was checked. To be asked after whatever makes the session usable, never before. A client in its own name has no account.
    /// </summary>
    public static async Task<bool> IsBoundAsync(this DatabaseLease database, Session session, CancellationToken cancellationToken) =>
        session.IsClientsOwn || session.IsBoundTo(await database.Users.FindByIdAsync(session.UserId, cancellationToken));

    /// <summary>The same for an account that has been read already; what is written to it then has to be refused where it has changed since.</summary>
    public static bool IsBoundTo(this Session session, User? account) => account is { DisabledAt: null } && IsBound(session.CredentialVersion, account);

    /// <summary>Whether an external identity may sign in to the account it was given to, as that was read.</summary>
    public static bool IsBoundTo(this ExternalLoginRecord login, User? account) =>
        account is not null && (login.ProvedAt is not null || IsBound(login.CredentialVersion, account));

    /// <summary>Whether an account, as it was read, is open, and no credential of it was set, reset or removed since it had this version.</summary>
    public static bool IsOfCredentials(this User account, int? version) => account.DisabledAt is null && IsBound(version, account);

    private static bool IsBound(Session? session, User? account) => session is not null && (session.IsClientsOwn || session.IsBoundTo(account));

    private static bool IsBound(int? version, User? account) => account switch
    {
        null => false,
        { CredentialVersion: null } => true,
        { CredentialVersion: var current } => current == (version ?? 0),
    };
}
