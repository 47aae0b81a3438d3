using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using Microsoft.Extensions.Options;

namespace AuthKit.Mail;

/// <summary>Sends through a mail server, or writes <c>.eml</c> files into a pickup folder.</summary>
internal sealed class SmtpMailer(IOptions<AuthKitOptions> options) : IAuthMailer
{
    public async Task SendAsync(AuthMail mail, CancellationToken cancellationToken)
    {
        var settings = options.Value.Mail;
        using var client = Client(settings);
        using var message = new MailMessage(settings.From, mail.To, mail.Subject, mail.Text);
        // A reader of the pickup folder, person or script, finds the link in one piece.
        if (System.Text.Ascii.IsValid(mail.Text))
            message.BodyTransferEncoding = TransferEncoding.SevenBit;
        await client.SendMailAsync(message, cancellationToken);
    }

    private static SmtpClient Client(MailOptions settings)
    {
        if (settings.PickupDirectory is { } directory)
        {
            var folder = Directory.CreateDirectory(directory);
            return new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder.FullName };
        }

        var smtp = settings.Smtp;
        var host = smtp.Host ?? throw new InvalidOperationException("No mail server and no pickup folder is set (AuthKitOptions.Mail).");
        return new(host, smtp.Port)
        {
            EnableSsl = smtp.StartTls,
            Credentials = smtp.UserName is null ? null : new NetworkCredential(smtp.UserName, smtp.Password),
        };
    }
}
