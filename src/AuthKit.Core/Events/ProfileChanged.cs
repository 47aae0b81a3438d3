using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>The owner of an account has changed what it says of them.</summary>
public sealed record ProfileChanged : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ProfileChanged(UserId, Tenant, SessionId, Address);
}
