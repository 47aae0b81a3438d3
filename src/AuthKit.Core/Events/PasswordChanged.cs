using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>The owner of an account has changed its password. All its sessions have ended but the one that it was changed in.</summary>
public sealed record PasswordChanged : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.PasswordChanged(UserId, Tenant, SessionId, Address);
}
