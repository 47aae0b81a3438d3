using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account has been erased, with all that belonged to it.</summary>
public sealed record AccountDeleted : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.AccountDeleted(UserId, Tenant);
}
