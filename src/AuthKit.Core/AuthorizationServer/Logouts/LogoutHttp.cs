using System.Net;
using System.Net.Sockets;
using AuthKit.Databases.Brought;
using Microsoft.Extensions.DependencyInjection;

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
        services.AddHttpClient(Registered).ConfigureHttpClient(Limit).ConfigurePrimaryHttpMessageHandler(static () => Guarded()).RemoveAllLoggers();
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

    private static SocketsHttpHandler Guarded()
    {
        var handler = Handler();
        // A proxy would look the name up by itself.
        handler.UseProxy = false;
        handler.ActivityHeadersPropagator = null;
        handler.ConnectCallback = static (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, cancellationToken);
        return handler;
    }

    // What was checked is what is connected to: looked up again, the name could lead elsewhere (DNS rebinding).
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint server, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(server.Host, cancellationToken);
        if (addresses.Length == 0 || !addresses.All(static address => AddressRules.Allow(address, allowPrivate: false)))
            throw new IOException("The client's address is not one that may be connected to.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, server.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
