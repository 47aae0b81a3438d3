using AuthKit.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Hosting;

/// <summary>Says at start-up that a host has nothing to send mail with.</summary>
internal sealed class MailWarnings(IServiceProviderIsService services) : IStartupWarning
{
    public IEnumerable<string> Of(AuthKitOptions options)
    {
        if (options.Mail.PickupDirectory is null && !services.IsService(typeof(IAuthMailer)))
            yield return "Mail: this host sends none, so no password can be reset by mail unless another node sends what it enqueues. Call UseMailKit (AuthKit.MailKit), register an IAuthMailer, or set Mail.PickupDirectory.";
        if (options.Mail.PickupDirectory is { } directory && !CanBeMade(directory))
            yield return $"Mail.PickupDirectory is '{directory}', which is no folder and cannot be made; set it to one that this process may write to.";
    }

    private static bool CanBeMade(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
