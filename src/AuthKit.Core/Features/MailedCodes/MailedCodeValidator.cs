using AuthKit.Mail;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.MailedCodes;

/// <summary>Refuses to start with codes that could be guessed, or links that lead nowhere.</summary>
internal sealed class MailedCodeValidator : IValidateOptions<AuthKitOptions>
{
    private const int MostAttempts = 5;
    private const int MostPerDay = 1000;

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. Check(options)];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(static error => $"MailedCodes.{error}"));
    }

    private static IEnumerable<string> Check(AuthKitOptions options)
    {
        var settings = options.MailedCodes;
        if (settings.Lifetime < TimeSpan.FromMinutes(1) || settings.Lifetime > TimeSpan.FromHours(1))
            yield return "Lifetime is a minute to an hour.";
        if (settings.MaxAttempts is < 1 or > MostAttempts)
            yield return $"MaxAttempts is 1 to {MostAttempts}.";
        if (settings.MaxFailedAttemptsPerDay is < 1 or > MostPerDay)
            yield return $"MaxFailedAttemptsPerDay is 1 to {MostPerDay}: of a million codes, so many may be tried a day.";
        if (settings.Pause < TimeSpan.Zero || settings.Pause > TimeSpan.FromDays(1) || settings.DailyLimit < 1)
            yield return "Pause is at most a day and not negative, DailyLimit at least 1.";
        if (settings.Url is { } page && !MailedLink.IsPage(page))
            yield return "Url is an absolute http or https address.";
        else if (CodeMailWriter.PageOf(options) is null)
            yield return "Url is not set, and Issuer is no http or https address to make it from: mailed links would lead nowhere.";
    }
}
