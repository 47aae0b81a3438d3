using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Tenants;

namespace AuthKit.Users;

/// <summary>Writes where there is nothing to write, against timing attacks: without it, the time of a write tells known accounts from unknown ones.</summary>
internal sealed class TimingEqualizer(HomeDatabase home, OneTimeSecrets secrets, TimeProvider time)
{
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        // Expired from the start, so that it opens nothing and the sweeper deletes it.
        var nobodys = new NewGrant(GrantKind.PasswordReset, GrantKey.Of(OneTimeSecrets.NewToken(Tenant.Home)), time.GetUtcNow());
        await secrets.AddAsync(await home.GetAsync(cancellationToken), nobodys, cancellationToken);
    }
}
