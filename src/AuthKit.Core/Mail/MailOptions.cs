namespace AuthKit.Mail;

/// <summary>How mail is written and sent.</summary>
public sealed class MailOptions
{
    /// <summary>The sender.</summary>
    /// <value>Default: <c>no-reply@localhost</c>.</value>
    public string From { get; set; } = "no-reply@localhost";

    /// <summary>The page where a password is reset, absolute; the link that is mailed adds the query parameters <c>token</c> and <c>email</c>. It is never taken from a request, whose Host header anybody can write.</summary>
    /// <value>Default: <c>/reset-password</c> under the issuer, where the issuer is an http address, and in Development where the host listens; AuthKit serves a page there.</value>
    public Uri? ResetUrl { get; set; }

    /// <summary>A folder into which mails are written as <c>.eml</c> files rather than sent.</summary>
    /// <value>Default: in Development, <c>outbox</c> in the content root; elsewhere null.</value>
    public string? PickupDirectory { get; set; }

    /// <summary>The mail server for AuthKit.MailKit (<c>UseMailKit</c>), where <see cref="PickupDirectory"/> is not set.</summary>
    public SmtpOptions Smtp { get; } = new();

    /// <summary>
    /// Whether the mail server takes addresses that are beyond ASCII before the at sign (SMTPUTF8, RFC 6531). Where it does
    /// not, such an address cannot register, for it could never get mail. A domain beyond ASCII needs no such server.
    /// </summary>
    /// <value>Default: false.</value>
    public bool SmtpUtf8 { get; set; }

    /// <summary>How many mails a node sends at once, so that one that hangs does not hold up the others.</summary>
    /// <value>Default: 4.</value>
    public int Senders { get; set; } = 4;

    /// <summary>
    /// How long one attempt to send a mail may take. A mail that a node has claimed is left alone by others for three times
    /// as long, so their clocks may differ by twice as long.
    /// </summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After how many attempts a mail is given up. They are 5 seconds apart at first and 15 minutes at most.</summary>
    /// <value>Default: 10, which take about half an hour.</value>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>The least time between two mails to one address that whoever knows the address can have sent.</summary>
    /// <value>Default: 60 seconds.</value>
    public TimeSpan RecipientPause { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The most of such mails to one address within 24 hours of the first.</summary>
    /// <value>Default: 10.</value>
    public int RecipientDailyLimit { get; set; } = 10;

    /// <summary>Words the mail that resets a password, from the address and the link.</summary>
    /// <value>Default: a few English sentences.</value>
    public Func<string, Uri, AuthMail> PasswordReset { get; set; } = MailTexts.PasswordReset;

    /// <summary>Says in such a mail which tenant the account lives in, from the mail and the tenant's alias: one address may have accounts in several.</summary>
    /// <value>Default: adds an English sentence.</value>
    public Func<AuthMail, string, AuthMail> ForTenant { get; set; } = MailTexts.ForTenant;

    /// <summary>The page where the owner of an account lets an identity at a provider sign in, absolute; the link that is mailed adds the query parameter <c>token</c>.</summary>
    /// <value>Default: <c>/link-account</c> under the issuer, where the issuer is an http address.</value>
    public Uri? LinkUrl { get; set; }

    /// <summary>Words the mail that asks an account's owner whether an identity at a provider is theirs, from the address, the provider's name and the link.</summary>
    /// <value>Default: a few English sentences.</value>
    public Func<string, string, Uri, AuthMail> ExternalLink { get; set; } = MailTexts.ExternalLink;

    /// <summary>Words the mail with a code that proves a second factor, from the address and the code.</summary>
    /// <value>Default: a few English sentences.</value>
    public Func<string, string, AuthMail> SecondFactorCode { get; set; } = MailTexts.SecondFactorCode;

    /// <summary>The mails that tell an owner of what was done to their account.</summary>
    public NoticeOptions Notices { get; } = new();

    /// <summary>A mail about an account, in the words of its tenant; the home database, whose alias is empty, has none of its own.</summary>
    internal AuthMail About(string tenant, AuthMail mail) => tenant.Length == 0 ? mail : ForTenant(mail, tenant);

    internal TimeSpan Lease => AttemptTimeout * 3;
}
