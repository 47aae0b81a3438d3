using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace AuthKit.External;

/// <summary>Google: <c>tokeninfo</c> tells a token's audience, subject, expiry and e-mail address.</summary>
internal sealed class GoogleProvider(IHttpClientFactory clients, ProviderCall call, IOptions<AuthKitOptions> options, TimeProvider time) : IExternalProvider
{
    public string Name => ExternalProviders.Google;

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
            return new ExternalIdentity(new(Name, subject), info.EmailVerified.ToString() is "true" or "True" ? info.Email : null, null);
        }, cancellationToken);
    }

    // Google writes numbers and booleans as strings here, and as themselves elsewhere.
    private sealed record TokenInfo(
        [property: JsonPropertyName("aud")] string? Audience,
        [property: JsonPropertyName("sub")] string? Subject,
        [property: JsonPropertyName("exp")] JsonElement Expires,
        [property: JsonPropertyName("email")] string? Email,
        [property: JsonPropertyName("email_verified")] JsonElement EmailVerified);
}
