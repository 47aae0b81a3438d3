using AuthKit.Events;
using AuthKit.Mail;
using AuthKit.Notices;
using Microsoft.Extensions.Logging;

namespace AuthKit.Passkeys.Events;

/// <summary>A passkey opens an account from now on.</summary>
/// <param name="PasskeyId">The passkey.</param>
public sealed record PasskeyAdded(Guid PasskeyId) : AuthEvent, INoticedEvent
{
    /// <summary>Whether the account was made with it, which its owner need not be told.</summary>
    public bool NewAccount { get; init; }

    NoticeKind? INoticedEvent.Notice => NewAccount ? null : NoticeKind.PasskeyAdded;

    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.PasskeyAdded(PasskeyId, UserId, Tenant, SessionId, Address);
}
