using AuthKit.Events;

namespace AuthKit.Features.AuditLog;

/// <summary>What the audit log keeps, and for how long.</summary>
public sealed class AuditLogOptions
{
    /// <summary>How long an entry is kept, a day to 100 years. Older ones go with the next sweep, some at a time.</summary>
    /// <value>Default: 365 days.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(365);

    /// <summary>Which events are kept.</summary>
    /// <value>Default: <see cref="KeepsByDefault"/>.</value>
    public Func<AuthEvent, bool> Keeps { get; set; } = KeepsByDefault;

    /// <summary>
    /// All events but those of which a stranger can cause any number: refused requests and forms, refused tokens that are nobody's, and the
    /// course of mails. The log and the metrics have them.
    /// </summary>
    public static bool KeepsByDefault(AuthEvent raised) => raised switch
    {
        RequestLimited or ForgeryRefused or MailSent or MailFailed => false,
        TokenRefused { UserId: null } => false,
        _ => true,
    };
}
