using AuthKit.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Refuses to start with mail that could never be sent as the options say.</summary>
internal sealed class MailValidator(IServiceProviderIsService services) : IValidateOptions<AuthKitOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. Ways(options, hasMailer: services.IsService(typeof(IAuthMailer))), .. Bounds(options.Mail)];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(static error => $"Mail.{error}"));
    }

    private static IEnumerable<string> Ways(AuthKitOptions options, bool hasMailer)
    {
        var mail = options.Mail;
        if (string.IsNullOrWhiteSpace(mail.From) || mail.From.Any(char.IsControl))
            yield return "From is empty or has control characters; set it to the sender's address, as no-reply@app.example.";
        if (mail.PickupDirectory is { } directory && string.IsNullOrWhiteSpace(directory))
            yield return "PickupDirectory is empty: it is the path of a folder, or not set.";
        if (!hasMailer && mail is { PickupDirectory: null, Smtp.Host: not null })
            yield return "Smtp.Host is set, but nothing sends by SMTP: reference AuthKit.MailKit and call UseMailKit.";
        if (mail.ResetUrl is { } page && (!page.IsAbsoluteUri || page.Scheme is not ("http" or "https")))
            yield return "ResetUrl is an absolute http or https address.";
        else if ((hasMailer || mail.PickupDirectory is not null) && ResetLink.PageOf(options) is null)
            yield return "ResetUrl is not set, and Issuer is no http or https address to make it from: mailed links would lead nowhere.";
        if (mail.LinkUrl is { } link && (!link.IsAbsoluteUri || link.Scheme is not ("http" or "https")))
            yield return "LinkUrl is an absolute http or https address.";
        else if ((hasMailer || mail.PickupDirectory is not null) && (options.External.Google.ApplicationId ?? options.External.Facebook.ApplicationId) is not null && ExternalLinkPage.Of(options) is null)
            yield return "LinkUrl is not set, and Issuer is no http or https address to make it from: nobody who has an account could be asked about a sign-in through another provider.";
    }

    private static IEnumerable<string> Bounds(MailOptions mail)
    {
        if (mail.Senders < 1 || mail.MaxAttempts < 1)
            yield return "Senders and MaxAttempts are at least 1.";
        if (mail.AttemptTimeout < TimeSpan.FromSeconds(1) || mail.AttemptTimeout > TimeSpan.FromMinutes(10))
            yield return "AttemptTimeout is a second to ten minutes.";
        if (mail.RecipientPause < TimeSpan.Zero || mail.RecipientPause > TimeSpan.FromDays(1) || mail.RecipientDailyLimit < 1)
            yield return "RecipientPause is at most a day and not negative, RecipientDailyLimit at least 1.";
    }
}
