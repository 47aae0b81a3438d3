using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A password was reset by a mailed secret. All sessions of the account have ended.</summary>
public sealed record PasswordResetCompleted : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.PasswordResetCompleted(UserId, Tenant, Address);
}
