namespace AuthKit.Mail;

/// <summary>Delivers mail. It is called for what is in the outbox, apart from any request, for several mails at once.</summary>
public interface IAuthMailer
{
    /// <summary>
    /// Hands a mail over for delivery. When it returns, the mail is delivered; after an exception, or the end of
    /// <see cref="MailOptions.AttemptTimeout"/>, it is called again later.
    /// </summary>
    Task SendAsync(AuthMail mail, CancellationToken cancellationToken);
}
