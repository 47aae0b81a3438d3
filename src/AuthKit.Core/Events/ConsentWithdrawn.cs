using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A user took back what they had allowed a client; its sessions have ended.</summary>
public sealed record ConsentWithdrawn : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ConsentWithdrawn(UserId, Tenant, ClientId, Address);
}
