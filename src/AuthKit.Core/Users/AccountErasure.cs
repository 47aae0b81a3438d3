using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Records;
using AuthKit.Tenants;

namespace AuthKit.Users;

/// <summary>
/// Erases accounts: first the account is shut and marked, in one update, so that nothing of it counts any more; then all that belongs to it goes, its own
/// row last. Whatever a kill leaves behind goes with the next sweep.
/// </summary>
internal sealed class AccountErasure(AccountRows rows, NameDirectory directory, CredentialRevocation revocation, SessionLiveness liveness, IEnumerable<IAccountErasureListener> listeners, IEvents events, TimeProvider time) : ISweepable
{
    /// <summary>How many accounts of one database go in one sweep.</summary>
    private const int Batch = 100;

    /// <summary>Shuts an account, and marks it to be erased.</summary>
    /// <param name="account">The account.</param>
    /// <param name="at">When it is to be erased.</param>
    /// <param name="guard">Looks at it before it is written; null where whoever asks may do anything.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The account as it is now; <see cref="Fault.NotFound"/> where it is gone, or what the guard says.</returns>
    public async Task<Outcome<User>> MarkAsync(Account account, DateTimeOffset at, UserChangeGuard? guard, CancellationToken cancellationToken)
    {
        for (var current = account.User; current is not null; current = await account.Database.Users.FindByIdAsync(account.User.Id, cancellationToken))
        {
            var marked = current with { DisabledAt = current.DisabledAt ?? time.GetUtcNow(), EraseAt = at, CredentialVersion = current.CredentialVersion + 1 };
            if (guard is not null && await guard(current, marked, cancellationToken) is { } refused)
                return refused;
            if (await account.Database.Users.UpdateAsync(marked, cancellationToken) is not UserWrite.Done)
                continue;
            await events.RaiseAsync(new AccountDeletionRequested(at) { UserId = marked.Id, Tenant = account.Tenant }, cancellationToken);
            await revocation.RevokeAsync(account.Database, account.Tenant, marked, except: null, cancellationToken);
            return marked with { Version = marked.Version + 1 };
        }

        return Fault.NotFound;
    }

    /// <summary>Erases an account that is marked.</summary>
    public async Task EraseAsync(Account account, CancellationToken cancellationToken)
    {
        var user = account.User;
        // Whoever takes the deletion back has read the row before, and is refused from here on; whoever reads it after this finds that it is too late, by any clock.
        var (claimed, _, _) = await account.Records.UpdateAsync(UserTable.Rows, [UserTable.Id.Is(user.Id), UserTable.EraseAt.AtMost(time.GetUtcNow())], [UserTable.EraseAt.To(DateTimeOffset.UnixEpoch), UserTable.Revision.Plus(1)], readBy: null, cancellationToken);
        if (claimed == 0)
            return;
        if (account.Tenant != Tenant.Home)
            await directory.RemoveAsync(NamesOf(user), account.Tenant, cancellationToken);
        foreach (var listener in listeners)
            await listener.ErasingAsync(account, cancellationToken);
        await rows.DeleteAsync(account, cancellationToken);
        if (await account.Records.DeleteAsync(UserTable.Rows, [UserTable.Id.Is(user.Id)], limit: 0, cancellationToken) == 0)
            return;
        // What was written while the row was still there.
        await rows.DeleteAsync(account, cancellationToken);
        liveness.ForgetAll();
        await events.RaiseAsync(new AccountDeleted { UserId = user.Id, Tenant = account.Tenant }, cancellationToken);
    }

    public async Task SweepAsync(DatabaseLease database, string tenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A host with accounts in a table of its own erases them itself.
        if (database.Users is not UserStore)
            return;
        var due = await database.Port<IRecords>(static records => records).ListAsync(UserTable.Rows, [UserTable.EraseAt.AtMost(now)], UserTable.EraseAt, Batch, cancellationToken);
        foreach (var user in due)
            await EraseAsync(new(database, tenant, user), cancellationToken);
    }

    private static IEnumerable<string> NamesOf(User user) =>
        [.. LoginName.FormsOf(user.Email), .. user.UserName is { } name ? LoginName.FormsOf(name) : []];
}
