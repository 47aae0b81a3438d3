using AuthKit.Events;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.Administration;

/// <summary>Changes an account that somebody else may be changing at the same time, and does what has to follow.</summary>
internal sealed class UserWriter(Accounts accounts, CredentialRevocation revocation, NameDirectory directory, IEvents events)
{
    /// <summary>Writes an account, each time as it was read last.</summary>
    /// <param name="id">The account.</param>
    /// <param name="tenant">Where it lives; null for the home database.</param>
    /// <param name="change">Gives the account as it shall be. Where that has another credential version, its sessions end.</param>
    /// <param name="happened">What is raised.</param>
    /// <param name="guard">Looks at it before it is written; null where whoever asks may do anything.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<User>> WriteAsync(Guid id, string? tenant, Func<User, Outcome<User>> change, Func<User, AuthEvent> happened, UserChangeGuard? guard, CancellationToken cancellationToken)
    {
        await using var account = await accounts.FindAsync(tenant ?? Tenant.Home, id, cancellationToken);
        for (var current = account?.User; current is not null; current = await account!.Database.Users.FindByIdAsync(id, cancellationToken))
        {
            if (!change(current).Succeeded(out var changed, out var failure))
                return failure;
            if (guard is not null && await guard(current, changed, cancellationToken) is { } refused)
                return refused;
            // The directory first: an entry without an account is passed over, an account without one could not sign in.
            if (account!.Tenant != Tenant.Home && (changed.Email != current.Email || changed.UserName != current.UserName))
                await directory.AddAsync(NamesOf(changed), account.Tenant, cancellationToken);
            switch (await account.Database.Users.UpdateAsync(changed, cancellationToken))
            {
                case UserWrite.Done:
                    await events.RaiseAsync(happened(changed), cancellationToken);
                    if (changed.CredentialVersion != current.CredentialVersion)
                        await revocation.RevokeAsync(account.Database, account.Tenant, changed, except: null, cancellationToken);
                    return changed with { Version = changed.Version + 1 };
                case UserWrite.DuplicateEmail:
                    return Failure.Of(Field.Email, Rule.Taken);
                case UserWrite.DuplicateUserName:
                    return Failure.Of(Field.UserName, Rule.Taken);
            }
        }

        return Fault.NotFound;
    }

    public static IEnumerable<string> NamesOf(User user) =>
        [LoginName.Normalize(user.Email), .. user.UserName is { } name ? [LoginName.Normalize(name)] : Array.Empty<string>()];
}
