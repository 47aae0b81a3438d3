using Microsoft.Extensions.Options;

namespace AuthKit.Mail;

/// <summary>Writes mails as <c>.eml</c> files into <see cref="MailOptions.PickupDirectory"/>, for development and for mail servers that collect them there.</summary>
/// <param name="options">The options.</param>
/// <param name="time">The time.</param>
public sealed class PickupMailer(IOptions<AuthKitOptions> options, TimeProvider time) : IAuthMailer
{
    /// <inheritdoc/>
    public async Task SendAsync(AuthMail mail, CancellationToken cancellationToken)
    {
        var settings = options.Value.Mail;
        var directory = settings.PickupDirectory ?? throw new InvalidOperationException("AuthKitOptions.Mail.PickupDirectory is not set.");
        var name = Path.Combine(Directory.CreateDirectory(directory).FullName, Guid.NewGuid().ToString());

        // Written aside: whoever collects *.eml never finds half a mail.
        var aside = $"{name}.tmp";
        try
        {
            await File.WriteAllTextAsync(aside, InternetMessage.Write(mail, settings.From, time.GetUtcNow()), cancellationToken);
            File.Move(aside, $"{name}.eml");
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }
}
