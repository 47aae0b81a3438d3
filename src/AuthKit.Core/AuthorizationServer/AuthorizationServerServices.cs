using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Clients.Documents;
using AuthKit.AuthorizationServer.Codes;
using AuthKit.AuthorizationServer.Details;
using AuthKit.AuthorizationServer.Devices;
using AuthKit.AuthorizationServer.Exchanges;
using AuthKit.AuthorizationServer.Logouts;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Networking;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>What the authorization server's flows need. Flows outside it need the clients too, for the password grant and for refreshing.</summary>
internal static class AuthorizationServerServices
{
    public static void AddAuthorizationServer(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, AuthorizationServerValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AuthKitOptions>, ProfileDefaults>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, Fapi2Validator>());
        services.TryAddSingleton<ClientRegistry>();
        services.TryAddSingleton<ITokenClients>(provider => provider.GetRequiredService<ClientRegistry>());
        services.TryAddSingleton<ClientSignatures>();
        services.TryAddSingleton<ClientAssertions>();
        services.TryAddSingleton<ClientCertificates>();
        services.TryAddSingleton<ClientSecrets>();
        services.TryAddSingleton<SecretLifetimes>();
        services.TryAddSingleton<ClientLockout>();
        services.TryAddSingleton<ClientRules>();
        services.TryAddSingleton<TokenKeys>();
        services.TryAddSingleton<RegisteredClients>();
        services.TryAddSingleton<ScopePolicy>();
        services.TryAddSingleton<ResourcePolicy>();
        services.TryAddSingleton<ITokenAudiences>(provider => provider.GetRequiredService<ResourcePolicy>());
        services.TryAddSingleton<BrowserSessions>();
        services.TryAddSingleton<BrowserAccounts>();
        services.TryAddSingleton<BrowserSignIns>();
        services.TryAddSingleton<WantedContexts>();
        services.TryAddSingleton<IBrowserSignIns>(provider => provider.GetRequiredService<BrowserSignIns>());
        services.TryAddSingleton<ClientLogouts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICredentialRevocationListener, ClientLogouts>(static provider => provider.GetRequiredService<ClientLogouts>()));
        services.TryAddSingleton<LogoutQueue>();
        services.TryAddSingleton<LogoutTokens>();
        services.TryAddSingleton<LogoutDelivery>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, LogoutSender>());
        services.AddLogoutHttp();
        services.TryAddSingleton<AuthorizationRequestValidator>();
        services.TryAddSingleton<SessionClaims>();
        services.TryAddSingleton<IUserClaims>(provider => provider.GetRequiredService<SessionClaims>());
        services.TryAddSingleton<PushedRequests>();
        services.TryAddSingleton<RequestObjects>();
        services.TryAddSingleton<ReservedSessions>();
        services.TryAddSingleton<PushedAnswers>();
        services.TryAddSingleton<AuthorizationCodes>();
        services.TryAddSingleton<DeviceCodes>();
        services.TryAddSingleton<DevicePolls>();
        services.TryAddSingleton<AuthorizationDetailsValidator>();
        AddClientDocuments(services);
    }

    private static void AddClientDocuments(IServiceCollection services)
    {
        services.AddHttpClient(DocumentFetcher.HttpClientName)
            // The fetcher's own bound is on all of it, and by the clock that everything else goes by.
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static provider => new GuardedConnector(
                provider.GetRequiredService<IHostResolver>(),
                provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.OAuth.ClientDocuments.AllowPrivateNetworks).CreateHandler())
            .RemoveAllLoggers();
        services.TryAddSingleton(static provider => new DocumentFetcher(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.OAuth.ClientDocuments.Timeout,
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ClientDocuments>();
        services.TryAddSingleton<ClientKeySets>();
        services.TryAddSingleton<SectorIdentifiers>();
        services.TryAddSingleton<DocumentClients>();
        services.TryAddSingleton<ExchangeTargets>();
        services.TryAddSingleton<StandingTokens>();
    }
}
