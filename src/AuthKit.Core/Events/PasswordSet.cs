using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>The host, or an administrator, has set an account's password. All its sessions have ended.</summary>
public sealed record PasswordSet : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.PasswordSet(UserId, Tenant, Address);
}
