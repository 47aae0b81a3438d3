using AuthKit.Events;
using AuthKit.Mail;
using AuthKit.Notices;
using Microsoft.Extensions.Logging;

namespace AuthKit.TwoFactor.Events;

/// <summary>An authenticator app is an account's second factor from now on.</summary>
/// <param name="Replaced">Whether it took the place of another.</param>
public sealed record TwoFactorEnabled(bool Replaced) : AuthEvent, INoticedEvent
{
    NoticeKind? INoticedEvent.Notice => NoticeKind.TwoFactorEnabled;

    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.TwoFactorEnabled(UserId, Tenant, SessionId, Replaced, Address);
}
