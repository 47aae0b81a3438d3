using AuthKit.Events;
using AuthKit.Mail;
using AuthKit.Notices;
using Microsoft.Extensions.Logging;

namespace AuthKit.TwoFactor.Events;

/// <summary>An account has no authenticator app any more, nor recovery codes and remembered devices.</summary>
public sealed record TwoFactorDisabled : AuthEvent, INoticedEvent
{
    NoticeKind? INoticedEvent.Notice => NoticeKind.TwoFactorDisabled;

    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.TwoFactorDisabled(UserId, Tenant, SessionId, Address);
}
