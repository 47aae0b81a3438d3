using System.Net.Sockets;
using System.Text;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.ClientFacts;

/// <summary>Sends bytes as they are: some clients write what <see cref="HttpClient"/> would not.</summary>
internal static class RawHttp
{
    /// <summary>Sends a head and a body. The head gets <c>Host</c>, <c>Connection: close</c> and <c>Content-Length</c>.</summary>
    public static Task<Answer> SendAsync(TestHost host, string[] head, string body = "") =>
        SendPartAsync(host, [.. head, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}"], body);

    /// <summary>Sends a head and chunks as they are (RFC 9112 §7.1).</summary>
    public static Task<Answer> SendChunkedAsync(TestHost host, string[] head, string chunks) => SendPartAsync(host, [.. head, "Transfer-Encoding: chunked"], chunks);

    /// <summary>Sends a head that says itself how long the body is, and what there is of the body.</summary>
    public static async Task<Answer> SendPartAsync(TestHost host, string[] head, string body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port);
        var stream = client.GetStream();
        string[] lines = [.. head, $"Host: {host.Address.Authority}", "Connection: close", "", body];
        await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(await reader.ReadToEndAsync());
    }

    private static Answer Parse(string reply)
    {
        var end = reply.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = reply[..end].Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        var body = reply[(end + 4)..];
        return new(
            int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture),
            headers,
            headers.GetValueOrDefault("Transfer-Encoding") == "chunked" ? OneChunk(body) : body);
    }

    // Replies are small: a chunk, then the empty one.
    private static string OneChunk(string body) => body.Split("\r\n") is [_, var chunk, "0", ..] ? chunk : throw new FormatException(body);
}
