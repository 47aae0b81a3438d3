using System.Net;
using System.Net.Sockets;

namespace AuthKit.Networking;

/// <summary>
/// Connects to servers that strangers name. A name is looked up once, every address that it has is checked, and those addresses are
/// connected to: looked up again, the name could lead elsewhere (DNS rebinding).
/// </summary>
internal sealed class GuardedConnector(IHostResolver resolver, bool allowPrivate)
{
    /// <summary>A handler that reaches nothing else, follows no redirect, and tells a stranger's server nothing of this one.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, cancellationToken),
        // A proxy would look the name up by itself.
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        ResponseDrainTimeout = TimeSpan.Zero,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    };

    /// <summary>A connection to the server.</summary>
    /// <exception cref="RefusedAddressException">The name has no address, or one that nobody is led to from here.</exception>
    /// <exception cref="SocketException">The server cannot be reached.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint server, CancellationToken cancellationToken)
    {
        // Also what only looks like a name: 2130706433 and 0x7f.1 are addresses to every resolver.
        IReadOnlyList<IPAddress> addresses = IPAddress.TryParse(server.Host, out var literal) ? [literal] : await resolver.ResolveAsync(server.Host, cancellationToken);
        if (addresses.Count == 0 || !addresses.All(address => AddressRules.Allow(address, allowPrivate)))
            throw new RefusedAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], server.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A server has no address, or one that nobody is led to from here.</summary>
internal sealed class RefusedAddressException() : IOException("The server's address is not one that may be connected to.");
