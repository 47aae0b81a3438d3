using AuthKit.Mail;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.MyData;

/// <summary>Refuses to start with a grace period that is over before its mail is read, or that is none, and with links that lead nowhere.</summary>
internal sealed class MyDataValidator : IValidateOptions<AuthKitOptions>
{
    private static readonly TimeSpan Least = TimeSpan.FromHours(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(90);

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. Check(options)];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(static error => $"MyData.{error}"));
    }

    private static IEnumerable<string> Check(AuthKitOptions options)
    {
        var settings = options.MyData;
        if (settings.GracePeriod != TimeSpan.Zero && (settings.GracePeriod < Least || settings.GracePeriod > Most))
            yield return "GracePeriod is an hour to 90 days; zero erases accounts at once.";
        if (settings.UndoUrl is { } page && !MailedLink.IsPage(page))
            yield return "UndoUrl is an absolute http or https address.";
        if (settings.GracePeriod > TimeSpan.Zero && DeletionLinks.PageOf(options) is null)
            yield return "UndoUrl is not set, and Issuer is no http or https address to make it from: the link that takes a deletion back would lead nowhere.";
    }
}
