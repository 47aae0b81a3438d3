using AuthKit.Networking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>How clients are reached: in bounded time, without following redirects, and reading no more than the status.</summary>
internal static class LogoutHttp
{
    /// <summary>For addresses that the host has named.</summary>
    public const string Named = "AuthKit.BackChannelLogout";

    /// <summary>For addresses that clients have registered, which may name any (SSRF).</summary>
    public const string Registered = "AuthKit.BackChannelLogout.Registered";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public static void AddLogoutHttp(this IServiceCollection services)
    {
        services.AddHttpClient(Named).ConfigureHttpClient(Limit).ConfigurePrimaryHttpMessageHandler(static () => Handler()).RemoveAllLoggers();
        services.AddHttpClient(Registered).ConfigureHttpClient(Limit)
            .ConfigurePrimaryHttpMessageHandler(static provider => new GuardedConnector(
                provider.GetRequiredService<IHostResolver>(),
                provider.GetRequiredService<IOptions<AuthKitOptions>>().Value.OAuth.ClientDocuments.AllowPrivateNetworks).CreateHandler())
            .RemoveAllLoggers();
    }

    private static void Limit(HttpClient client) => client.Timeout = Timeout;

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    };
}
