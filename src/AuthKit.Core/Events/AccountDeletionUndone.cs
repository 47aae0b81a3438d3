using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account that was going to be erased stays, by a link that was mailed to its owner.</summary>
public sealed record AccountDeletionUndone : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.AccountDeletionUndone(UserId, Tenant, Address);
}
