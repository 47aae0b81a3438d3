using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace AuthKit.External;

/// <summary>
/// Google: <c>tokeninfo</c> tells a token's audience, subject, expiry and e-mail address. Google is authoritative for the addresses
/// of its own mail, and of the domain that an organisation has hosted there (<c>hd</c>); any other it has only verified once.
/// </summary>
internal sealed class GoogleProvider(IHttpClientFactory clients, ProviderCall call, IOptions<AuthKitOptions> options, TimeProvider time) : IExternalProvider
{
    private static readonly string[] OwnDomains = ["gmail.com", "googlemail.com"];

    public string Name => ExternalProviders.Google;

    public string DisplayName => "Google";

    public Task<Outcome<ExternalIdentity>> VerifyAsync(string accessToken, CancellationToken cancellationToken)
    {
        var application = options.Value.External.Google;
        return call.RunAsync(Name, application, accessToken, async () =>
        {
            using var client = clients.CreateClient(ExternalProviders.HttpClientName);
            // As a form, because a URL would end in somebody's log.
            using var body = new FormUrlEncodedContent([new("access_token", accessToken)]);
            using var response = await client.PostAsync(new Uri(application.Address, "tokeninfo"), body, cancellationToken);
            if (await ProviderCall.ReadAsync<TokenInfo>(response, cancellationToken) is not { } info)
                return Fault.InvalidExternalToken;
            if (info.Audience != application.ApplicationId || info.Subject is not { Length: > 0 } subject)
                return Fault.InvalidExternalToken;
            if (!long.TryParse(info.Expires.ToString(), CultureInfo.InvariantCulture, out var expires) || expires <= time.GetUtcNow().ToUnixTimeSeconds())
                return Fault.InvalidExternalToken;
            var email = info.EmailVerified.ToString() is "true" or "True" ? info.Email : null;
            return new ExternalIdentity(new(Name, subject), email, null) { IsAuthoritative = email is not null && IsAuthoritativeFor(email, info.HostedDomain) };
        }, cancellationToken);
    }

    private static bool IsAuthoritativeFor(string email, string? hostedDomain)
    {
        var domain = email[(email.LastIndexOf('@') + 1)..];
        return OwnDomains.Append(hostedDomain).Any(own => own is not null && Ascii.EqualsIgnoreCase(domain, own));
    }

    // Google writes numbers and booleans as strings here, and as themselves elsewhere.
    private sealed record TokenInfo(
        [property: JsonPropertyName("aud")] string? Audience,
        [property: JsonPropertyName("sub")] string? Subject,
        [property: JsonPropertyName("exp")] JsonElement Expires,
        [property: JsonPropertyName("email")] string? Email,
        [property: JsonPropertyName("email_verified")] JsonElement EmailVerified,
        [property: JsonPropertyName("hd")] string? HostedDomain);
}
