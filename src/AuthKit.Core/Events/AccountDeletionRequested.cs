using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account is shut and is going to be erased.</summary>
/// <param name="EraseAt">When.</param>
public sealed record AccountDeletionRequested(DateTimeOffset EraseAt) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.AccountDeletionRequested(UserId, Tenant, EraseAt, Address);
}
