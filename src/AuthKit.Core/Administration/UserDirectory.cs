using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Passwords;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Users;
using AuthKit.Users.Roles;
using Microsoft.Extensions.Options;

namespace AuthKit.Administration;

internal sealed class UserDirectory(
    UserDatabases databases,
    TenantRegistry tenants,
    Accounts accounts,
    UserCreation creation,
    UserWriter writer,
    NewPasswords passwords,
    RoleSet roles,
    AccountErasure erasure,
    SessionLiveness liveness,
    IEvents events,
    IOptions<AuthKitOptions> options,
    TimeProvider time) : IUsers
{
    public async Task<User?> FindAsync(Guid id, string? tenant, CancellationToken cancellationToken)
    {
        await using var account = await accounts.FindAsync(tenant ?? Tenant.Home, id, cancellationToken);
        return account?.User;
    }

    public async Task<User?> FindByNameAsync(string name, string? tenant, CancellationToken cancellationToken)
    {
        if (await OpenAsync(tenant, cancellationToken) is not { } opened)
            return null;
        await using var database = opened;
        return await database.Users.FindByNameAsync(name, cancellationToken);
    }

    public async Task<Outcome<UserPage>> ListAsync(UserQuery query, string? tenant, CancellationToken cancellationToken)
    {
        if (await OpenAsync(tenant, cancellationToken) is not { } opened)
            return Fault.NotFound;
        await using var database = opened;
        if (database.Users is not UserStore)
            return Fault.NotFound;
        return await new UserSearch(database.Port<IRecords>(static records => records)).FindAsync(query, cancellationToken) is { } page ? page : Failure.Of(Field.Cursor, Rule.Unknown);
    }

    public async Task<Outcome<User>> CreateAsync(NewUser user, string? tenant, CancellationToken cancellationToken)
    {
        if (await OpenAsync(tenant, cancellationToken) is not { } opened)
            return Fault.NotFound;
        await using var database = opened;
        return await creation.CreateAsync(database, tenant ?? Tenant.Home, user, cancellationToken);
    }

    public Task<Outcome<User>> UpdateAsync(Guid id, Func<User, User> change, string? tenant, CancellationToken cancellationToken) =>
        UpdateAsync(id, change, tenant, guard: null, cancellationToken);

    public Task<Outcome<User>> UpdateAsync(Guid id, Func<User, User> change, string? tenant, UserChangeGuard? guard, CancellationToken cancellationToken)
    {
        return writer.WriteAsync(id, tenant, Changed, user => new ProfileChanged { UserId = user.Id, Tenant = tenant ?? Tenant.Home }, guard, cancellationToken);

        Outcome<User> Changed(User current)
        {
            var wanted = change(current);
            var changed = current with
            {
                Email = wanted.Email,
                EmailVerified = wanted.EmailVerified,
                UserName = wanted.UserName,
                Profile = wanted.Profile,
                Fields = wanted.Fields,
                CredentialVersion = LoginName.IsSameMailbox(wanted.Email, current.Email) ? current.CredentialVersion : current.CredentialVersion + 1,
            };
            BrokenRule?[] broken =
            [
                changed.Email == current.Email ? null : UserFields.NewEmail(changed.Email, options.Value.Mail.SmtpUtf8),
                UserFields.UserName(changed.UserName),
                .. UserFields.Profile(changed.Profile),
            ];
            return broken.OfType<BrokenRule>().ToArray() is { Length: > 0 } rules ? new Failure(Fault.Invalid, rules) : changed;
        }
    }

    public async Task<Outcome<User>> SetPasswordAsync(Guid id, string password, string? tenant, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, tenant, cancellationToken) is not { } user)
            return Fault.NotFound;
        BrokenRule[] broken = [.. options.Value.Passwords.Rules.Check(password, Field.Password, PersonalNames.Of(user))];
        if (broken.Length > 0)
            return new Failure(Fault.Invalid, broken);
        if (!(await passwords.HashAsync(password, Field.Password, cancellationToken)).Succeeded(out var hash, out var failure))
            return failure;
        return await writer.WriteAsync(
            id,
            tenant,
            current => current with { PasswordHash = hash, CredentialVersion = current.CredentialVersion + 1 },
            changed => new PasswordSet { UserId = changed.Id, Tenant = tenant ?? Tenant.Home },
            guard: null,
            cancellationToken);
    }

    public Task<Outcome<User>> DisableAsync(Guid id, string? tenant, CancellationToken cancellationToken) => DisableAsync(id, tenant, guard: null, cancellationToken);

    public Task<Outcome<User>> DisableAsync(Guid id, string? tenant, UserChangeGuard? guard, CancellationToken cancellationToken) => writer.WriteAsync(
        id,
        tenant,
        // One that is shut because its owner has it erased is shut for another reason from now on, which does not go when the owner takes that back.
        current => current with { DisabledAt = current is { DisabledAt: { } since, EraseAt: null } ? since : time.GetUtcNow(), CredentialVersion = current.CredentialVersion + 1 },
        changed => new AccountDisabled { UserId = changed.Id, Tenant = tenant ?? Tenant.Home },
        guard,
        cancellationToken);

    public Task<Outcome<User>> EnableAsync(Guid id, string? tenant, CancellationToken cancellationToken) => EnableAsync(id, tenant, guard: null, cancellationToken);

    // Once its time has come, an account is being erased.
    public Task<Outcome<User>> EnableAsync(Guid id, string? tenant, UserChangeGuard? guard, CancellationToken cancellationToken) => writer.WriteAsync(
        id,
        tenant,
        current => current.EraseAt <= time.GetUtcNow() ? Fault.NotFound : current with { DisabledAt = null, EraseAt = null },
        changed => new AccountEnabled { UserId = changed.Id, Tenant = tenant ?? Tenant.Home },
        guard,
        cancellationToken);

    public async Task<Outcome<User>> UnlockAsync(Guid id, string? tenant, CancellationToken cancellationToken)
    {
        await using var account = await accounts.FindAsync(tenant ?? Tenant.Home, id, cancellationToken);
        if (account is null)
            return Fault.NotFound;
        await account.Database.Users.ClearFailedSignInsAsync(id, cancellationToken);
        return account.User with { FailedSignIns = 0, LastFailedSignIn = null };
    }

    public Task<Outcome<User>> SetRolesAsync(Guid id, IReadOnlyCollection<string> wanted, string? tenant, CancellationToken cancellationToken) =>
        SetRolesAsync(id, wanted, tenant, guard: null, cancellationToken);

    public async Task<Outcome<User>> SetRolesAsync(Guid id, IReadOnlyCollection<string> wanted, string? tenant, UserChangeGuard? guard, CancellationToken cancellationToken)
    {
        if (roles.Check(wanted) is { } broken)
            return new Failure(Fault.Invalid, [broken]);
        string[] given = [.. wanted.Distinct().Order(StringComparer.Ordinal)];
        if (await OpenAsync(tenant, cancellationToken) is not { } opened)
            return Fault.NotFound;
        await using var database = opened;
        // Found by its role before it has it, and until it has it no more.
        await database.RoleMembers.AddAsync(id, given, cancellationToken);
        var outcome = await writer.WriteAsync(id, tenant, current => current with { Roles = given }, changed => new RolesChanged(given) { UserId = changed.Id, Tenant = tenant ?? Tenant.Home }, guard, cancellationToken);
        await database.RoleMembers.SettleAsync(id, outcome.Value?.Roles ?? [], cancellationToken);
        return outcome;
    }

    public async Task<IReadOnlyList<Session>> ListSessionsAsync(Guid id, Guid? before, int limit, string? tenant, CancellationToken cancellationToken)
    {
        if (await OpenAsync(tenant, cancellationToken) is not { } opened)
            return [];
        await using var database = opened;
        return await database.Sessions.ListStandingAsync(id, before, limit, time.GetUtcNow(), cancellationToken);
    }

    public async Task<bool> EndSessionAsync(Guid id, Guid sessionId, string? tenant, CancellationToken cancellationToken)
    {
        if (await OpenAsync(tenant, cancellationToken) is not { } opened)
            return false;
        await using var database = opened;
        if (!await database.Sessions.EndAsync(sessionId, id, time.GetUtcNow(), cancellationToken))
            return false;
        liveness.Forget(sessionId, tenant ?? Tenant.Home);
        await events.RaiseAsync(new SessionEnded(SessionEndings.ByHost) { UserId = id, Tenant = tenant ?? Tenant.Home, SessionId = sessionId }, cancellationToken);
        return true;
    }

    public async Task EndSessionsAsync(Guid id, string? tenant, CancellationToken cancellationToken)
    {
        if (await OpenAsync(tenant, cancellationToken) is not { } opened)
            return;
        await using var database = opened;
        await database.Sessions.RevokeAllAsync(id, except: null, time.GetUtcNow(), cancellationToken);
        liveness.ForgetAll();
        await events.RaiseAsync(new SessionEnded(SessionEndings.ByHost) { UserId = id, Tenant = tenant ?? Tenant.Home }, cancellationToken);
    }

    public async Task<bool> DeleteAsync(Guid id, string? tenant, CancellationToken cancellationToken) => (await DeleteAsync(id, tenant, guard: null, cancellationToken)).Failure is null;

    public async Task<Outcome<Unit>> DeleteAsync(Guid id, string? tenant, UserChangeGuard? guard, CancellationToken cancellationToken)
    {
        await using var account = await accounts.FindAsync(tenant ?? Tenant.Home, id, cancellationToken);
        if (account is null)
            return Fault.NotFound;
        if (!(await erasure.MarkAsync(account, time.GetUtcNow(), guard, cancellationToken)).Succeeded(out var marked, out var failure))
            return failure;
        await erasure.EraseAsync(account with { User = marked }, cancellationToken);
        return Unit.Value;
    }

    // The lease is the caller's to dispose of.
    private async ValueTask<DatabaseLease?> OpenAsync(string? tenant, CancellationToken cancellationToken) =>
        await tenants.KnowsAsync(tenant ?? Tenant.Home, cancellationToken) ? await databases.OfAsync(tenant ?? Tenant.Home, cancellationToken) : null;
}
