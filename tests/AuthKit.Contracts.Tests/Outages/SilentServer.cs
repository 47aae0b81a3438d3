using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AuthKit.Contracts.Tests.Outages;

/// <summary>Takes connections and says nothing, until it hangs up.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _callers = [];
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;

    public SilentServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Completes when somebody has called.</summary>
    public Task Reached => _reached.Task;

    /// <summary>A port that nobody listens at.</summary>
    public static int ClosedPort()
    {
        using var server = new SilentServer();
        return server.Port;
    }

    public async Task HangUpAsync()
    {
        _listener.Stop();
        await _accepting;
        foreach (var caller in _callers)
            caller.Dispose();
    }

    public void Dispose() => HangUpAsync().GetAwaiter().GetResult();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _callers.Add(await _listener.AcceptSocketAsync());
                _reached.TrySetResult();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has hung up.
        }
    }
}
