using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account has another address, whose owner has confirmed it. The former address is told where it was confirmed.</summary>
public sealed record EmailChanged : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.EmailChanged(UserId, Tenant, Address);
}
