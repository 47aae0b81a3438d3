using AuthKit.Mail;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>Refuses to start with links that lead nowhere, or that are over before they are read.</summary>
internal sealed class EmailConfirmationValidator : IValidateOptions<AuthKitOptions>
{
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. Check(options)];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(static error => $"EmailConfirmation.{error}"));
    }

    private static IEnumerable<string> Check(AuthKitOptions options)
    {
        var settings = options.EmailConfirmation;
        if (settings.Lifetime < Least || settings.Lifetime > Most)
            yield return "Lifetime is a minute to 30 days.";
        if (settings.UndoLifetime < TimeSpan.Zero || settings.UndoLifetime > Most)
            yield return "UndoLifetime is at most 30 days; zero mails no link that takes a change back.";
        foreach (var (option, page) in new[] { ("Url", settings.Url), ("UndoUrl", settings.UndoUrl) })
        {
            if (page is not null && !MailedLink.IsPage(page))
                yield return $"{option} is an absolute http or https address.";
        }

        if (ConfirmationLinks.PageOf(options) is null || ConfirmationLinks.UndoPageOf(options) is null)
            yield return "Url and UndoUrl are not set, and Issuer is no http or https address to make them from: mailed links would lead nowhere.";
    }
}
