namespace AuthKit.Mail;

/// <summary>Delivers mail. It is called from a queue, apart from any request.</summary>
public interface IAuthMailer
{
    /// <summary>Hands a mail over for delivery; an exception is logged by its type and the mail is dropped.</summary>
    Task SendAsync(AuthMail mail, CancellationToken cancellationToken);
}
