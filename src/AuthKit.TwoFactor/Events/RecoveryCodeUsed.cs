using AuthKit.Events;
using AuthKit.Mail;
using AuthKit.Notices;
using Microsoft.Extensions.Logging;

namespace AuthKit.TwoFactor.Events;

/// <summary>A recovery code was used in place of an authenticator app.</summary>
/// <param name="Left">How many the account has left.</param>
public sealed record RecoveryCodeUsed(int Left) : AuthEvent, INoticedEvent
{
    NoticeKind? INoticedEvent.Notice => NoticeKind.RecoveryCodeUsed;

    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.RecoveryCodeUsed(UserId, Tenant, Left, Address);
}
