using AuthKit.Databases;
using AuthKit.Tenants;

namespace AuthKit.Features.Webhooks;

/// <summary>Removes the messages whose time is over.</summary>
internal sealed class WebhookSweep : ISweepable
{
    // A sender that is at the last attempt may say itself that it gives up.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(12);

    public async Task SweepAsync(DatabaseLease database, string tenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (tenant == Tenant.Home)
            await database.Webhooks.DeleteExpiredAsync(now - Grace, cancellationToken);
    }
}
