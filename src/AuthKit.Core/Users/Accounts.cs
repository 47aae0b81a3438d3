using System.Runtime.CompilerServices;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Tokens;

namespace AuthKit.Users;

/// <summary>Finds accounts in whichever database they live.</summary>
internal sealed class Accounts(UserDatabases databases, TenantRegistry tenants, NameDirectory directory)
{
    /// <summary>How many accounts a name can mean at the most.</summary>
    private const int Most = 3;

    /// <summary>How many entries of tenants that callers brought are followed: some may be gone.</summary>
    private const int MostBrought = 10;

    /// <summary>
    /// The accounts that an e-mail address or user name may mean, each the caller's to dispose of: that of the home database,
    /// then those of tenants in the order in which they took the name, so that nobody gets before an account by taking its name
    /// elsewhere. Against timing attacks every name has as many places and costs as many reads; places without an account are
    /// null and come last.
    /// </summary>
    /// <param name="name">The name as it was typed.</param>
    /// <param name="tenantHint">The one database that the request means, where it says so.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">A database cannot be reached. Where it is a tenant's, all other places have been given before.</exception>
    public async IAsyncEnumerable<Account?> NamedAsync(string name, string? tenantHint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (tenantHint is not null || tenants.Count == 0)
        {
            var only = tenantHint ?? Tenant.Home;
            yield return await tenants.KnowsAsync(only, cancellationToken) ? await FindInAsync(only, Find, cancellationToken) : null;
            yield break;
        }

        var (reads, given) = (Math.Min(Most, tenants.Count), 0);
        var (places, seen) = (Math.Min(Most, reads + 1), new HashSet<Guid>());
        StoreUnavailableException? unavailable = null;
        if (await FindInAsync(Tenant.Home, Find, cancellationToken) is { } home)
        {
            seen.Add(home.User.Id);
            given++;
            yield return home;
        }

        var noted = await directory.FindAsync(LoginName.FormsOf(name), cancellationToken);
        await foreach (var tenant in CandidatesAsync(noted, reads, mayBeBrought: () => given == 0 && unavailable is null, cancellationToken))
        {
            if (given == places)
                break;
            reads--;
            var (account, failure) = await TryFindInAsync(tenant, Find, cancellationToken);
            unavailable ??= failure;
            if (account is null)
                continue;
            // Two of the host's aliases may stand for one database; what a stranger's database says of ids is not compared.
            if (!seen.Add(account.User.Id) && tenants.IsOwn(tenant))
            {
                await account.DisposeAsync();
                continue;
            }

            given++;
            yield return account;
        }

        for (; reads > 0; reads--)
            await FindInAsync(Tenant.Home, Find, cancellationToken);
        for (; given < places; given++)
            yield return null;
        if (unavailable is not null)
            throw unavailable;

        Task<User?> Find(IUserStore users) => users.FindByNameAsync(name, cancellationToken);
    }

    /// <summary>The caller's own account; null where it is gone.</summary>
    public Task<Account?> FindAsync(Caller caller, CancellationToken cancellationToken) =>
        FindInAsync(caller.Tenant, users => users.FindByIdAsync(caller.UserId, cancellationToken), cancellationToken);

    /// <summary>An account by its id; null where there is none.</summary>
    public async Task<Account?> FindAsync(string tenant, Guid userId, CancellationToken cancellationToken) =>
        await tenants.KnowsAsync(tenant, cancellationToken) ? await FindInAsync(tenant, users => users.FindByIdAsync(userId, cancellationToken), cancellationToken) : null;

    /// <summary>An account of one database by its e-mail address or user name; null where there is none.</summary>
    public async Task<Account?> FindAsync(string tenant, string name, CancellationToken cancellationToken) =>
        await tenants.KnowsAsync(tenant, cancellationToken) ? await FindInAsync(tenant, users => users.FindByNameAsync(name, cancellationToken), cancellationToken) : null;

    /// <summary>The host's own tenants first: one that a stranger brought must not come between the host and its users.</summary>
    private async IAsyncEnumerable<string> CandidatesAsync(IReadOnlyList<string> noted, int most, Func<bool> mayBeBrought, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var own in noted.Where(tenants.IsOwn).Take(most))
            yield return own;
        if (!mayBeBrought())
            yield break;
        var left = most;
        foreach (var brought in noted.Where(tenant => !tenants.IsOwn(tenant)).Take(MostBrought))
        {
            if (left > 0 && await tenants.KnowsAsync(brought, cancellationToken))
            {
                left--;
                yield return brought;
            }
        }
    }

    private async Task<(Account? Account, StoreUnavailableException? Failure)> TryFindInAsync(string tenant, Func<IUserStore, Task<User?>> find, CancellationToken cancellationToken)
    {
        try
        {
            return (await FindInAsync(tenant, find, cancellationToken), null);
        }
        catch (StoreUnavailableException e)
        {
            return (null, e);
        }
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
