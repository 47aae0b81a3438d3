using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Codes;
using AuthKit.AuthorizationServer.Devices;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>What the authorization server's flows need. Flows outside it need the clients too, for the password grant and for refreshing.</summary>
internal static class AuthorizationServerServices
{
    public static void AddAuthorizationServer(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, AuthorizationServerValidator>());
        services.TryAddSingleton<ClientRegistry>();
        services.TryAddSingleton<ITokenClients>(provider => provider.GetRequiredService<ClientRegistry>());
        services.TryAddSingleton<ClientAssertions>();
        services.TryAddSingleton<ClientSecrets>();
        services.TryAddSingleton<ClientLockout>();
        services.TryAddSingleton<ClientRules>();
        services.TryAddSingleton<ScopePolicy>();
        services.TryAddSingleton<BrowserSessions>();
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
    }
}
