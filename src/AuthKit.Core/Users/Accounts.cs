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
        Account? only = null;
        foreach (var tenant in await CandidatesAsync(name, context.TenantHint, cancellationToken))
        {
            var database = await databases.OfAsync(tenant, cancellationToken);
            var user = LoginName.IsEmail(name)
                ? await database.Users.FindByEmailAsync(name, cancellationToken)
                : await database.Users.FindByUserNameAsync(name, cancellationToken);
            if (user is null)
                continue;
            if (only is not null)
                return null;
            only = new(database, tenant, user);
        }

        return only;
    }

    /// <summary>The caller's own account; null where it is gone.</summary>
    public async Task<Account?> FindAsync(Caller caller, CancellationToken cancellationToken)
    {
        var database = await databases.OfAsync(caller.Tenant, cancellationToken);
        return await database.Users.FindByIdAsync(caller.UserId, cancellationToken) is { } user ? new(database, caller.Tenant, user) : null;
    }

    private async Task<IEnumerable<string>> CandidatesAsync(string name, string? hint, CancellationToken cancellationToken)
    {
        if (hint is not null)
            return tenants.Knows(hint) ? [hint] : [];
        return tenants.Any ? (await directory.FindAsync(name, cancellationToken)).Where(tenants.Knows).Prepend(Tenant.Home) : [Tenant.Home];
    }
}
