namespace AuthKit.Mail;

/// <summary>Which mails tell an account's owner of what was done to it, which they may not have done themselves (ASVS 5.0 §6.3.7).</summary>
public sealed class NoticeOptions
{
    /// <summary>Whether the owner is told that the password was changed.</summary>
    /// <value>Default: true.</value>
    public bool PasswordChanged { get; set; } = true;

    /// <summary>Whether the owner is told that the password was reset by a mailed secret.</summary>
    /// <value>Default: true.</value>
    public bool PasswordReset { get; set; } = true;

    /// <summary>Whether the owner is told that a provider's login was linked to the account, or removed from it. An account that was made for the login goes without.</summary>
    /// <value>Default: true.</value>
    public bool ExternalLogins { get; set; } = true;

    /// <summary>Whether the owner is told that a credential of a feature's, such as a passkey, was added to the account or removed from it.</summary>
    /// <value>Default: true.</value>
    public bool Credentials { get; set; } = true;

    /// <summary>
    /// Whether the owner is told of a sign-in from a device that has not shown that it is a known one. Browsers show it on their own, other programs where they send an earlier access token along: with
    /// those that do not, each sign-in is told. The one that comes with a registration, or within a few minutes of it, goes without.
    /// </summary>
    /// <value>Default: false.</value>
    public bool NewDevice { get; set; }

    /// <summary>Words the mails.</summary>
    /// <value>Default: a few English sentences; <see cref="NoticeTexts.Vietnamese"/> is there too.</value>
    public Func<OwnerNotice, AuthMail> Word { get; set; } = MailTexts.Notice;
}
