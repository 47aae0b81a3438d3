using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account has been shut: nobody signs in to it, and all its sessions have ended.</summary>
public sealed record AccountDisabled : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.AccountDisabled(UserId, Tenant, Address);
}
