using AuthKit.Events;
using AuthKit.Mail;
using AuthKit.Notices;
using Microsoft.Extensions.Logging;

namespace AuthKit.Passkeys.Events;

/// <summary>A passkey opens an account from now on.</summary>
/// <param name="PasskeyId">The passkey.</param>
public sealed record PasskeyAdded(Guid PasskeyId) : AuthEvent, INoticedEvent
{
    NoticeKind INoticedEvent.Notice => NoticeKind.PasskeyAdded;

    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.PasskeyAdded(PasskeyId, UserId, Tenant, SessionId, Address);
}
