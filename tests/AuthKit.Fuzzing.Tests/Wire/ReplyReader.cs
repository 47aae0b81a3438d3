using System.Globalization;
using System.Net.Sockets;
using System.Text;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Fuzzing.Tests.Wire;

/// <summary>Reads replies, one after another (RFC 9112 §6.3).</summary>
internal sealed class ReplyReader(Socket socket)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start, _end;

    /// <summary>Whether something has come that nobody asked for.</summary>
    public bool HasMore => _start < _end;

    /// <summary>Whether more comes, or the end, before so much time has passed.</summary>
    public async Task<bool> WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (HasMore)
            return true;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(time);
        try
        {
            // Of no bytes: it ends when there are some to be received.
            await socket.ReceiveAsync(Memory<byte>.Empty, patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    /// <summary>The next reply; null where the connection ends before one begins, or in the middle of it.</summary>
    /// <exception cref="FormatException">What comes is no reply.</exception>
    public async Task<Answer?> NextAsync(bool isHead, CancellationToken cancellationToken)
    {
        while (await HeadAsync(cancellationToken) is { } head)
        {
            var lines = head.Split("\r\n");
            if (lines[0].Split(' ', 3) is not ["HTTP/1.1", var code, _] || !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
                throw new FormatException($"This is no status line: {lines[0]}");
            // RFC 9110 §15.2: an interim reply.
            if (status < 200)
                continue;
            var headers = Headers(lines.Skip(1));
            var hasBody = !isHead && status is not (204 or 304);
            return await BodyAsync(hasBody, headers, cancellationToken) is { } body ? new(status, headers, Encoding.UTF8.GetString(body)) : null;
        }

        return null;
    }

    private static Dictionary<string, string> Headers(IEnumerable<string> lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line.Split(": ", 2) is not [var name, var value])
                throw new FormatException($"This is no header: {line}");
            headers[name] = headers.TryGetValue(name, out var before) ? $"{before}, {value}" : value;
        }

        return headers;
    }

    private async Task<byte[]?> BodyAsync(bool hasBody, Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (!hasBody)
            return [];
        if (headers.TryGetValue("Content-Length", out var length))
            return await TakeAsync(int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture), cancellationToken);
        if (headers.GetValueOrDefault("Transfer-Encoding") != "chunked")
            return headers.GetValueOrDefault("Connection") == "close" ? await RestAsync(cancellationToken) : throw new FormatException("A reply does not say how long it is.");
        var body = new List<byte>();
        while (await LineAsync(cancellationToken) is { } size)
        {
            var count = int.Parse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (await TakeAsync(count, cancellationToken) is not { } chunk || await LineAsync(cancellationToken) is null)
                return null;
            if (count == 0)
                return [.. body];
            body.AddRange(chunk);
        }

        return null;
    }

    private async Task<byte[]> RestAsync(CancellationToken cancellationToken)
    {
        var rest = new List<byte>();
        do
        {
            rest.AddRange(_buffer.AsSpan(_start.._end));
            _start = _end;
        }
        while (await FillAsync(cancellationToken));
        return [.. rest];
    }

    private Task<string?> HeadAsync(CancellationToken cancellationToken) => UntilAsync("\r\n\r\n", cancellationToken);

    private Task<string?> LineAsync(CancellationToken cancellationToken) => UntilAsync("\r\n", cancellationToken);

    private async Task<string?> UntilAsync(string end, CancellationToken cancellationToken)
    {
        var delimiter = Encoding.ASCII.GetBytes(end);
        int found;
        while ((found = _buffer.AsSpan(_start.._end).IndexOf(delimiter)) < 0)
        {
            if (!await FillAsync(cancellationToken))
                return null;
        }

        var text = Encoding.Latin1.GetString(_buffer, _start, found);
        _start += found + delimiter.Length;
        return text;
    }

    private async Task<byte[]?> TakeAsync(int count, CancellationToken cancellationToken)
    {
        var taken = new byte[count];
        for (var have = 0; have < count;)
        {
            if (!HasMore && !await FillAsync(cancellationToken))
                return null;
            var part = Math.Min(count - have, _end - _start);
            _buffer.AsSpan(_start, part).CopyTo(taken.AsSpan(have));
            (_start, have) = (_start + part, have + part);
        }

        return taken;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            throw new FormatException("A head without an end.");
        try
        {
            var read = await socket.ReceiveAsync(_buffer.AsMemory(_end), cancellationToken);
            _end += read;
            return read > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
