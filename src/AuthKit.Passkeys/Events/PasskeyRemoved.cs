using AuthKit.Events;
using AuthKit.Mail;
using AuthKit.Notices;
using Microsoft.Extensions.Logging;

namespace AuthKit.Passkeys.Events;

/// <summary>A passkey does not open an account any more.</summary>
/// <param name="PasskeyId">The passkey.</param>
public sealed record PasskeyRemoved(Guid PasskeyId) : AuthEvent, INoticedEvent
{
    NoticeKind? INoticedEvent.Notice => NoticeKind.PasskeyRemoved;

    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.PasskeyRemoved(PasskeyId, UserId, Tenant, SessionId, Address);
}
