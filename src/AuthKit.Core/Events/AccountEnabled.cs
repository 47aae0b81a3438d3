using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account that was shut is open again.</summary>
public sealed record AccountEnabled : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.AccountEnabled(UserId, Tenant, Address);
}
