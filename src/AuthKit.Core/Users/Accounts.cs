using AuthKit.Stores;
using AuthKit.Tenants;
using AuthKit.Tokens;

namespace AuthKit.Users;

/// <summary>Finds accounts by what people call themselves, in whichever database they live.</summary>
internal sealed class Accounts(Databases databases, TenantRegistry tenants, NameDirectory directory)
{
    /// <summary>
    /// The account of an e-mail address or user name. Null where there is none, and where the name lives in several
    /// databases and the request does not say which it means.
    /// </summary>
    public async Task<Account?> FindAsync(string identifier, FlowContext context, CancellationToken cancellationToken)
    {
        var name = LoginName.Normalize(identifier);
        return await OnlyAsync(
            await CandidatesAsync(name, context.TenantHint, cancellationToken),
            users => LoginName.IsEmail(name) ? users.FindByEmailAsync(name, cancellationToken) : users.FindByUserNameAsync(name, cancellationToken),
            cancellationToken);
    }

    /// <summary>The caller's own account; null where it is gone.</summary>
    public Task<Account?> FindAsync(Caller caller, CancellationToken cancellationToken) =>
        FindInAsync(caller.Tenant, users => users.FindByIdAsync(caller.UserId, cancellationToken), cancellationToken);

    private async Task<IEnumerable<string>> CandidatesAsync(string name, string? hint, CancellationToken cancellationToken)
    {
        if (hint is not null)
            return tenants.Knows(hint) ? [hint] : [];
        return tenants.Any ? (await directory.FindAsync(name, cancellationToken)).Where(tenants.Knows).Prepend(Tenant.Home) : [Tenant.Home];
    }

    private async Task<Account?> OnlyAsync(IEnumerable<string> candidates, Func<IUserStore, Task<User?>> find, CancellationToken cancellationToken)
    {
        var found = new List<Account>(1);
        try
        {
            foreach (var tenant in candidates)
            {
                if (await FindInAsync(tenant, find, cancellationToken) is { } account)
                    found.Add(account);
                if (found.Count > 1)
                    break;
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
