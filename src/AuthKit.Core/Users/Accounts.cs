using AuthKit.Tenants;
using AuthKit.Tokens;

namespace AuthKit.Users;

/// <summary>Finds accounts by what people call themselves, in whichever database they live.</summary>
internal sealed class Accounts(UserDatabases databases, TenantRegistry tenants, NameDirectory directory)
{
    /// <summary>
    /// The account of an e-mail address or user name. Null where there is none, and where the name lives in several
    /// databases and the request does not say which it means.
    /// </summary>
    public async Task<Account?> FindAsync(string identifier, string? tenantHint, CancellationToken cancellationToken)
    {
        var name = LoginName.Normalize(identifier);
        return await OnlyAsync(
            await CandidatesAsync(name, tenantHint, cancellationToken),
            users => LoginName.IsEmail(name) ? users.FindByEmailAsync(name, cancellationToken) : users.FindByUserNameAsync(name, cancellationToken),
            cancellationToken);
    }

    /// <summary>The caller's own account; null where it is gone.</summary>
    public Task<Account?> FindAsync(Caller caller, CancellationToken cancellationToken) =>
        FindInAsync(caller.Tenant, users => users.FindByIdAsync(caller.UserId, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<string>> CandidatesAsync(string name, string? hint, CancellationToken cancellationToken)
    {
        if (hint is not null)
            return await tenants.KnowsAsync(hint, cancellationToken) ? [hint] : [];
        var known = new List<string> { Tenant.Home };
        foreach (var tenant in tenants.Any ? await directory.FindAsync(name, cancellationToken) : [])
        {
            if (await tenants.KnowsAsync(tenant, cancellationToken))
                known.Add(tenant);
        }

        return known;
    }

    private async Task<Account?> OnlyAsync(IReadOnlyList<string> candidates, Func<IUserStore, Task<User?>> find, CancellationToken cancellationToken)
    {
        var found = new List<Account>(1);
        try
        {
            // The host's own databases first: one that a stranger brought must not come between the host and its users.
            foreach (var group in candidates.GroupBy(tenants.IsOwn).OrderByDescending(own => own.Key).TakeWhile(_ => found.Count == 0))
            {
                foreach (var tenant in group.TakeWhile(_ => found.Count < 2))
                {
                    if (await FindInAsync(tenant, find, cancellationToken) is { } account)
                        found.Add(account);
                }
            }

            return found.Count == 1 ? Keep(found) : null;
        }
        finally
        {
            foreach (var account in found)
                await account.DisposeAsync();
        }
    }

    private static Account Keep(List<Account> found)
    {
        var only = found[0];
        found.Clear();
        return only;
    }

    private async Task<Account?> FindInAsync(string tenant, Func<IUserStore, Task<User?>> find, CancellationToken cancellationToken)
    {
        var database = await databases.OfAsync(tenant, cancellationToken);
        Account? account = null;
        try
        {
            return account = await find(database.Users) is { } user ? new(database, tenant, user) : null;
        }
        finally
        {
            if (account is null)
                await database.DisposeAsync();
        }
    }
}
