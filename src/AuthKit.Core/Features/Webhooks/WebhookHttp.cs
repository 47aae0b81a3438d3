using AuthKit.Networking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Webhooks;

/// <summary>How endpoints are reached: at addresses that <see cref="AddressRules"/> allow (SSRF), without following redirects, and reading no more than the status.</summary>
internal static class WebhookHttp
{
    public const string ClientName = "AuthKit.Webhooks";

    public static void AddWebhookHttp(this IServiceCollection services) =>
        services.AddHttpClient(ClientName)
            // An attempt is bounded as a whole, by the clock that everything else goes by.
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static provider => new GuardedConnector(
                provider.GetRequiredService<IHostResolver>(),
                provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.Webhooks is { AllowPrivateNetworks: true } or { InDevelopment: true }).CreateHandler())
            .RemoveAllLoggers();
}
