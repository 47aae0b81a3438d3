using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit;

/// <summary>Gives external identities to accounts whose owners have proved to be that, and takes them away.</summary>
internal sealed class ExternalLinks(HomeDatabase home, CredentialRevocation revocation, IEnumerable<ISignInMethod> methods, IEvents events, TimeProvider time) : IExternalLogins
{
    /// <summary>
    /// Lets an identity sign in to the account whose owner holds it, and tells the owner by mail. Where nobody had proved to own the account's
    /// address, somebody has now: whatever else got in before, by a session or an identity, does not any more.
    /// </summary>
    /// <returns>The account as it stands then; null where it has changed since it was read, or the identity is another account's.</returns>
    public async Task<User?> AddAsync(DatabaseLease database, User owner, ExternalLogin login, FlowContext context, CancellationToken cancellationToken)
    {
        if (await database.ExternalLogins.FindAsync(login, cancellationToken) is { } other
            && other.UserId != owner.Id
            && other.IsBoundTo(await database.Users.FindByIdAsync(other.UserId, cancellationToken)))
            return null;
        var user = owner.EmailVerified ? owner : await ProveAddressAsync(database, owner, cancellationToken);
        if (user is null)
            return null;
        // Read again: the step before may have removed it.
        if (await database.ExternalLogins.FindAsync(login, cancellationToken) is { } former)
        {
            if (former.UserId == user.Id && former.ProvedAt is not null)
                return user;
            await database.ExternalLogins.RemoveAsync(former, cancellationToken);
        }

        var now = time.GetUtcNow();
        if (!await database.ExternalLogins.AddAsync(new(login.Provider, login.Subject, user.Id, now) { ProvedAt = now, CredentialVersion = user.CredentialVersion }, cancellationToken))
            return null;
        await events.RaiseAsync(context, new ExternalLoginLinked(login.Provider, NewAccount: false) { UserId = user.Id, Tenant = Tenant.Home, ClientId = context.ClientId }, cancellationToken);
        return user;
    }

    public async Task<IReadOnlyList<ExternalLoginRecord>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var database = await home.GetAsync(cancellationToken);
        return await ListAsync(database, userId, cancellationToken);
    }

    /// <summary>Those that count, the oldest first.</summary>
    public static async Task<ExternalLoginRecord[]> ListAsync(DatabaseLease database, Guid userId, CancellationToken cancellationToken)
    {
        var user = await database.Users.FindByIdAsync(userId, cancellationToken);
        var logins = await database.ExternalLogins.ListAsync(userId, cancellationToken);
        return [.. logins.Where(login => login.IsBoundTo(user)).OrderBy(static login => login.CreatedAt)];
    }

    public async Task<Outcome<Unit>> RemoveAsync(Guid userId, ExternalLogin login, CancellationToken cancellationToken)
    {
        await using var database = await home.GetAsync(cancellationToken);
        return await RemoveAsync(database, userId, login, except: null, cancellationToken);
    }

    /// <summary>As <see cref="IExternalLogins.RemoveAsync"/>.</summary>
    /// <param name="database">Where the account lives.</param>
    /// <param name="userId">The account.</param>
    /// <param name="login">The identity.</param>
    /// <param name="except">The session that goes on, if any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<Unit>> RemoveAsync(DatabaseLease database, Guid userId, ExternalLogin login, Guid? except, CancellationToken cancellationToken)
    {
        if (await database.Users.FindByIdAsync(userId, cancellationToken) is not { } user
            || await database.ExternalLogins.FindAsync(login, cancellationToken) is not { } found
            || found.UserId != userId)
            return Fault.NotFound;
        if (!await HasAnotherWayInAsync(database, user, login, cancellationToken))
            return Fault.LastSignInMethod;

        // With the version raised, no session counts that the identity has started or is about to start.
        var changed = user with { CredentialVersion = user.CredentialVersion + 1 };
        if (await database.Users.UpdateAsync(changed, cancellationToken) is not UserWrite.Done)
            return Fault.Conflict;
        await database.ExternalLogins.RemoveAsync(found, cancellationToken);
        // Two at once may each have counted on what the other removed.
        if (!await HasAnotherWayInAsync(database, user, login, cancellationToken))
        {
            await database.ExternalLogins.AddAsync(found, cancellationToken);
            return Fault.Conflict;
        }

        await revocation.RevokeAsync(database, Tenant.Home, changed, except, cancellationToken);
        await events.RaiseAsync(new ExternalLoginRemoved(login.Provider) { UserId = userId, Tenant = Tenant.Home }, cancellationToken);
        return Unit.Value;
    }

    /// <summary>An identity that nobody has proved does not outlast the raised version, so it is no other way.</summary>
    private async Task<bool> HasAnotherWayInAsync(DatabaseLease database, User user, ExternalLogin login, CancellationToken cancellationToken) =>
        user.PasswordHash is not null
        || (await database.ExternalLogins.ListAsync(user.Id, cancellationToken)).Any(other => other.ProvedAt is not null && other.Login != login)
        || await methods.AnyOpenAsync(user, database.Port<IRecords>(static records => records), cancellationToken);

    private async Task<User?> ProveAddressAsync(DatabaseLease database, User owner, CancellationToken cancellationToken)
    {
        var proved = owner with { EmailVerified = true, CredentialVersion = owner.CredentialVersion + 1 };
        if (await database.Users.UpdateAsync(proved, cancellationToken) is not UserWrite.Done)
            return null;
        await revocation.RevokeAsync(database, Tenant.Home, proved, except: null, cancellationToken);
        return proved;
    }
}
