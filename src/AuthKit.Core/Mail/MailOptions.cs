namespace AuthKit.Mail;

/// <summary>How mail is written and sent.</summary>
public sealed class MailOptions
{
    /// <summary>The sender.</summary>
    /// <value>Default: <c>no-reply@localhost</c>.</value>
    public string From { get; set; } = "no-reply@localhost";

    /// <summary>The page where a password is reset, absolute; the link that is mailed adds the query parameter <c>token</c>. It is never taken from a request, whose Host header anybody can write.</summary>
    /// <value>Default: <c>/reset-password</c> under the issuer, where the issuer is an http address.</value>
    public Uri? ResetUrl { get; set; }

    /// <summary>A folder into which mails are written as <c>.eml</c> files rather than sent.</summary>
    /// <value>Default: in Development, <c>outbox</c> in the content root; elsewhere null.</value>
    public string? PickupDirectory { get; set; }

    /// <summary>The mail server, where <see cref="PickupDirectory"/> is not set.</summary>
    public SmtpOptions Smtp { get; } = new();

    /// <summary>Words the mail that resets a password, from the address and the link.</summary>
    /// <value>Default: a few English sentences.</value>
    public Func<string, Uri, AuthMail> PasswordReset { get; set; } = MailTexts.PasswordReset;
}
