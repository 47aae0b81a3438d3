using AuthKit.Grants;
using AuthKit.Stores;
using AuthKit.Tenants;

namespace AuthKit.Users;

/// <summary>Writes where there is nothing to write, because the time of a write tells known accounts from unknown ones.</summary>
internal sealed class Decoy(HomeDatabase home, OneTimeSecrets secrets, TimeProvider time)
{
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        // Born expired: the sweeper takes it away, and it opens nothing.
        var nobodys = new NewGrant(GrantKind.PasswordReset, GrantKey.Of(OneTimeSecrets.NewToken(Tenant.Home)), time.GetUtcNow());
        await secrets.AddAsync(await home.GetAsync(cancellationToken), nobodys, cancellationToken);
    }
}
