using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.AuditLog;

/// <summary>
/// Writes events into the audit log, one insert each, before what raised them is answered: what an answer tells is kept when it is
/// given, and no kill loses it. What cannot be written is logged and counted.
/// </summary>
internal sealed class AuditRecorder(HomeDatabase home, AuditEntries entries, AuthKitMetrics metrics, IOptions<AuthKitOptions> options, ILogger<AuditRecorder> logger) : IEventRecorder
{
    public ValueTask RecordAsync(AuthEvent raised, CancellationToken cancellationToken) =>
        options.Value.AuditLog.Keeps(raised) ? new(WriteAsync(raised, cancellationToken)) : default;

    private async Task WriteAsync(AuthEvent raised, CancellationToken cancellationToken)
    {
        try
        {
            var entry = entries.Of(raised);
            await using var database = await home.GetAsync(cancellationToken);
            await database.Audit.AddAsync(entry, cancellationToken);
            metrics.Audited("kept");
        }
        catch (Exception e)
        {
            metrics.Audited("lost");
            logger.NotKept(raised.GetType().Name, raised.UserId, raised.Tenant, e.GetType().Name);
        }
    }
}
