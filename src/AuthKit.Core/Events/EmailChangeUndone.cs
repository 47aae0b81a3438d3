using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account has its former address back, by a link that was mailed to it: somebody had changed it who should not have been able to.</summary>
public sealed record EmailChangeUndone : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.EmailChangeUndone(UserId, Tenant, Address);
}
