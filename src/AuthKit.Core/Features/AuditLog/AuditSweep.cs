using AuthKit.Databases;
using AuthKit.Tenants;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.AuditLog;

/// <summary>Removes the entries that are older than the host wants them kept.</summary>
internal sealed class AuditSweep(IOptions<AuthKitOptions> options) : ISweepable
{
    public async Task SweepAsync(DatabaseLease database, string tenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (tenant == Tenant.Home)
            await database.Audit.DeleteBeforeAsync(now - options.Value.AuditLog.Retention, cancellationToken);
    }
}
