using System.Net.Sockets;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Fuzzing.Tests.Wire;

/// <summary>One connection to a host. What is sent is sent as it is, and what comes is read as RFC 9112 says.</summary>
internal sealed class Connection : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly ReplyReader _replies;

    private Connection() => _replies = new(_socket);

    /// <summary>Whether another request may be sent.</summary>
    public bool IsOpen { get; private set; } = true;

    public static async Task<Connection> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var connection = new Connection();
        // Away at once: a campaign would use up the machine's ports otherwise.
        connection._socket.LingerState = new(enable: true, seconds: 0);
        await connection._socket.ConnectAsync(address.Host, address.Port, cancellationToken);
        return connection;
    }

    /// <summary>The one reply to a request that is one; null where the connection was closed without.</summary>
    public async Task<Answer?> AskAsync(RawRequest request, CancellationToken cancellationToken)
    {
        await SendAsync(request, cancellationToken);
        var answer = await _replies.NextAsync(request.Method == "HEAD", cancellationToken);
        IsOpen = answer is not null && request.Version == "HTTP/1.1" && request.Header("Connection") is null && !_replies.HasMore
            && answer.Header("Connection")?.Contains("close", StringComparison.OrdinalIgnoreCase) is not true;
        return answer;
    }

    /// <summary>Everything that comes for bytes that may be no request, or several. What is none is owed no reply, so that it is not waited for to the end.</summary>
    public async Task<IReadOnlyList<Answer>> AskAllAsync(RawRequest request, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(LongestWait);
        IsOpen = false;
        var answers = new List<Answer>();
        try
        {
            await SendAsync(request, ending.Token);
            // A server that sees the end of what is sent gives up what it is doing; so it sees it where it seems to wait for more.
            while (await _replies.WaitAsync(Patience, ending.Token))
            {
                if (await _replies.NextAsync(request.Method == "HEAD", ending.Token) is not { } answer)
                    return answers;
                answers.Add(answer);
            }

            EndSending();
            while (await _replies.NextAsync(request.Method == "HEAD", ending.Token) is { } last)
                answers.Add(last);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The server waits for what does not come, for as long as its own limits let it.
        }

        return answers;
    }

    public void Dispose() => _socket.Dispose();

    private void EndSending()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // It was closed from the other side.
        }
    }

    private async Task SendAsync(RawRequest request, CancellationToken cancellationToken)
    {
        try
        {
            ReadOnlyMemory<byte> bytes = request.ToBytes();
            while (!bytes.IsEmpty)
                bytes = bytes[await _socket.SendAsync(bytes, cancellationToken)..];
        }
        catch (SocketException)
        {
            // A server may answer, and close, before it has read everything.
        }
    }
}
