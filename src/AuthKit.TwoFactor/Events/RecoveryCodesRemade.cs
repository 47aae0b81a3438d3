using AuthKit.Events;
using Microsoft.Extensions.Logging;

namespace AuthKit.TwoFactor.Events;

/// <summary>An account has other recovery codes from now on.</summary>
public sealed record RecoveryCodesRemade : AuthEvent
{
    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.RecoveryCodesRemade(UserId, Tenant, SessionId, Address);
}
