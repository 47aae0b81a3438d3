using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A user has let a device in (RFC 8628 §3.3).</summary>
/// <param name="Scope">The scope, values separated by spaces.</param>
public sealed record DeviceApproved(string Scope) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.DeviceApproved(UserId, Tenant, ClientId, Scope, Address);
}
