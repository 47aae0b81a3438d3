using AuthKit.Mail;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AuthKit.MailKit;

/// <summary>Sends through the mail server of <see cref="MailOptions.Smtp"/>; where a pickup folder is set, writes there instead.</summary>
internal sealed class MailKitMailer(IOptions<AuthKitOptions> options, PickupMailer pickup) : IAuthMailer
{
    private const int ImplicitTlsPort = 465;

    public async Task SendAsync(AuthMail mail, CancellationToken cancellationToken)
    {
        var settings = options.Value.Mail;
        if (settings.PickupDirectory is not null)
        {
            await pickup.SendAsync(mail, cancellationToken);
            return;
        }

        var host = settings.Smtp.Host ?? throw new InvalidOperationException("AuthKitOptions.Mail.Smtp.Host is not set.");
        using var message = Message(mail, settings.From);
        using var client = new SmtpClient();
        await client.ConnectAsync(host, settings.Smtp.Port, Security(settings.Smtp), cancellationToken);
        if (settings.Smtp.UserName is { } name)
            await client.AuthenticateAsync(name, settings.Smtp.Password ?? "", cancellationToken);
        await client.SendAsync(Format(client), message, cancellationToken);
        await LeaveAsync(client, cancellationToken);
    }

    private static MimeMessage Message(AuthMail mail, string from)
    {
        var message = new MimeMessage { Subject = mail.Subject, Body = new TextPart("plain") { Text = mail.Text } };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(new MailboxAddress(name: null, mail.To));
        return message;
    }

    private static SecureSocketOptions Security(SmtpOptions smtp) => smtp switch
    {
        { StartTls: false } => SecureSocketOptions.None,
        { Port: ImplicitTlsPort } => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>Addresses beyond ASCII as they are where the server takes them (RFC 6531); elsewhere only their domain can be written otherwise.</summary>
    private static FormatOptions Format(SmtpClient client)
    {
        var format = FormatOptions.Default.Clone();
        format.International = client.Capabilities.HasFlag(SmtpCapabilities.UTF8);
        return format;
    }

    // The server has the mail; if it does not say good-bye, that must not send it again.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception)
        {
            // It is closed by disposing of it.
        }
    }
}
