using Microsoft.Extensions.Options;

namespace AuthKit.Features.Webhooks;

/// <summary>Refuses to start with endpoints that could not be reached safely, or messages that nobody could verify.</summary>
internal sealed class WebhookValidator : IValidateOptions<AuthKitOptions>
{
    private const int MaxName = 64;
    private const int MaxAttempts = 30;
    private const int MostAtOnce = 64;

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. Check(options.Webhooks)];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(static error => $"Webhooks.{error}"));
    }

    private static IEnumerable<string> Check(WebhookOptions options)
    {
        if (options.Endpoints.Count > WebhookOptions.MaxEndpoints)
            yield return $"Endpoints are at most {WebhookOptions.MaxEndpoints}.";
        if (options.MaxAttempts is < 1 or > MaxAttempts)
            yield return $"MaxAttempts is 1 to {MaxAttempts}.";
        if (options.MaxAge < TimeSpan.FromMinutes(1) || options.MaxAge > TimeSpan.FromDays(30))
            yield return "MaxAge is a minute to 30 days.";
        if (options.AttemptTimeout < TimeSpan.FromSeconds(1) || options.AttemptTimeout > TimeSpan.FromMinutes(1))
            yield return "AttemptTimeout is 1 to 60 seconds.";
        if (options.AtOnce is < 1 or > MostAtOnce)
            yield return $"AtOnce is 1 to {MostAtOnce}.";
        foreach (var (at, endpoint) in options.Endpoints.Index())
        {
            foreach (var error in Check(options, endpoint))
                yield return $"Endpoints[{at}].{error}";
        }

        if (options.Endpoints.Where(static endpoint => endpoint.Url is { IsAbsoluteUri: true }).GroupBy(WebhookLane.IdOf).Any(static same => same.Count() > 1))
            yield return "Endpoints: two have the same Name, or the same Url and no Name; messages to them could not be told apart.";
    }

    private static IEnumerable<string> Check(WebhookOptions options, WebhookEndpoint endpoint)
    {
        if (endpoint.Url is not { IsAbsoluteUri: true, Fragment: "", UserInfo: "", Host: not "" } url || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            yield return "Url is an absolute https address without a fragment and without user and password.";
        else if (url.Scheme == Uri.UriSchemeHttp && options is { AllowHttp: false, InDevelopment: false })
            yield return "Url is one of http, which is for Development; write https, or set Webhooks.AllowHttp.";
        if (WebhookSecret.KeyOf(endpoint.Secret) is null)
            yield return Bad("Secret");
        if (endpoint.FormerSecret is not null && WebhookSecret.KeyOf(endpoint.FormerSecret) is null)
            yield return Bad("FormerSecret");
        if (endpoint.Name is { } name && (name.Length is 0 or > MaxName || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')))
            yield return $"Name is 1 to {MaxName} letters, digits, hyphens, underscores and full stops.";
        if (endpoint.Events.Any(string.IsNullOrWhiteSpace))
            yield return "Events are names of events, as in docs/events.md.";
    }

    private static string Bad(string member) => $"{member} is {WebhookSecret.Prefix} and the Base64 of {WebhookSecret.MinBytes} to {WebhookSecret.MaxBytes} random bytes: {WebhookSecret.Prefix}$(openssl rand -base64 32).";
}
