using AuthKit.Events;
using AuthKit.Mail;
using AuthKit.Sessions;
using Microsoft.Extensions.Options;

namespace AuthKit.Notices;

/// <summary>Enqueues a mail to the owner for events that change how an account is opened. The outbox has it when the request is answered.</summary>
internal sealed class NoticeRecorder(Outbox outbox, IOptions<AuthKitOptions> options) : IEventRecorder
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public ValueTask RecordAsync(AuthEvent raised, CancellationToken cancellationToken) =>
        NoticeOf(raised, options.Value.Mail.Notices) is { } notice
            ? new(outbox.EnqueueAsync(NoticeMail.Name, notice, raised.Time + Lifetime, cancellationToken))
            : ValueTask.CompletedTask;

    private static NoticeData? NoticeOf(AuthEvent raised, NoticeOptions notices) => raised switch
    {
        PasswordChanged when notices.PasswordChanged => Of(raised, NoticeKind.PasswordChanged),
        PasswordResetCompleted when notices.PasswordReset => Of(raised, NoticeKind.PasswordReset),
        ExternalLoginLinked { NewAccount: false } linked when notices.ExternalLogins => Of(raised, NoticeKind.ExternalLoginLinked, linked.Provider),
        ExternalLoginRemoved removed when notices.ExternalLogins => Of(raised, NoticeKind.ExternalLoginRemoved, removed.Provider),
        ApiKeyCreated when notices.Credentials => Of(raised, NoticeKind.ApiKeyCreated),
        ApiKeyRotated when notices.Credentials => Of(raised, NoticeKind.ApiKeyRotated),
        SignedIn { KnownDevice: false } when notices.NewDevice => Of(raised, NoticeKind.NewDevice) is { } notice ? notice with { Device = DeviceLabel.Of(raised.UserAgent), Address = raised.Address?.ToString() } : null,
        INoticedEvent { Notice: { } kind } when notices.Credentials => Of(raised, kind),
        _ => null,
    };

    private static NoticeData? Of(AuthEvent raised, NoticeKind kind, string? provider = null) =>
        raised is { UserId: { } userId, Tenant: { } tenant } ? new(kind, tenant, userId, raised.Time, provider) : null;
}
