using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A user has kept a device out (RFC 8628 §3.3).</summary>
/// <param name="Scope">The scope that it asked for, values separated by spaces.</param>
public sealed record DeviceDenied(string Scope) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.DeviceDenied(UserId, Tenant, ClientId, Scope, Address);
}
