using System.Globalization;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>Where a request ends, and how many there are (RFC 9112 §6, §7): lies, breaks, and several at once.</summary>
internal static class FramingMutations
{
    private static readonly string[] Lengths = ["-1", "+1", "0x10", "1 1", "5,5", "", "a", "99999999999999999999", "9223372036854775807", "1e3", "00000000005", "\t5"];

    private static readonly string[] Sizes = ["zz", "-1", "", " ", "0x5", "ffffffffffffffff", "10000000000000000", "7fffffff", "5;", "5;a=\"", "5 ", "+5", "5\n"];

    private static readonly string[] Endings = ["0\r\n\r\n", "0\r\n", "", "0\r\n\r", "0\n\n", "0\r\nA: b\r\n", "00000000000000000000\r\n\r\n", "0\r\nContent-Length: 5\r\n\r\n"];

    private static readonly string[] Versions = ["HTTP/1.0", "HTTP/1.2", "HTTP/2.0", "HTTP/9.9", "HTTP/0.9", "http/1.1", "HTTP/1.1 ", "HTTP/", "", "HTTP/1.1\0"];

    public static IEnumerable<Mutation> All =>
    [
        new("a length that lies", (request, random) => Broken(request.With("Content-Length", random.Chance(60) ? (request.Body.Length + random.Of([-2, -1, 1, 2, 100, 70_000])).ToString(CultureInfo.InvariantCulture) : random.Of(Lengths)))),
        new("two lengths", (request, random) => Broken(request with { Headers = [.. request.Headers, ("Content-Length", request.Body.Length.ToString(CultureInfo.InvariantCulture)), ("Content-Length", random.Of(["0", "1", request.Body.Length.ToString(CultureInfo.InvariantCulture)]))] })),
        new("a length and chunks", (request, random) => Broken(request with { Headers = [.. request.Headers, ("Content-Length", random.Of(["0", "5", "100"])), ("Transfer-Encoding", "chunked")], Body = $"{request.Body.Length:x}\r\n{request.Body}\r\n0\r\n\r\n" })),
        new("chunks that are none", (request, random) => Broken(request.Without("Content-Length").With("Transfer-Encoding", "chunked") with { Body = $"{random.Of([.. Sizes, $"{request.Body.Length:x}", $"{request.Body.Length + 1:x}"])}\r\n{request.Body}\r\n{random.Of(Endings)}" })),
        new("transfer codings", (request, random) => Broken(request.With("Transfer-Encoding", random.Of(["gzip", "identity", "chunked, chunked", "gzip, chunked", " chunked", "xchunked", "Chunked", "\"chunked\"", "chunked;a=b", ""])))),
        new("a request cut short", (request, random) => request with { IsFramed = false, Instead = request.ToString()[..random.Place(request.ToString())] }),
        new("several at once", Pipelined),
        new("versions", (request, random) => Broken(request with { Version = random.Of(Versions) })),
        new("line ends", (request, random) => request with { IsFramed = false, Instead = request.ToString().Replace("\r\n", random.Of(["\n", "\r", "\r\r\n", "\n\r", "\r\n\r\n", "\0\n"]), StringComparison.Ordinal) }),
        new("connections", (request, random) => Broken(request.With("Connection", random.Of(["close", "keep-alive", "Upgrade", "upgrade, HTTP2-Settings", "x", "close, keep-alive", ""])) with { Headers = [.. request.Headers, ("Upgrade", random.Of(["h2c", "websocket", "TLS/1.0", "x"]))] })),
        new("no request at all", (request, random) => request with { IsFramed = false, Instead = random.Of(["", "\r\n", "\r\n\r\n", "\0", "GET", "GET / ", "\x16\x03\x01\x02\0\x01\0", "SSH-2.0-x\r\n", new string('\r', 1000), new string('A', 40_000), "GET / HTTP/1.1\r\n" + new string('a', 40_000)]) }),
    ];

    /// <summary>A request that may be none, or two, to whoever reads it.</summary>
    public static RawRequest Broken(RawRequest request) => request with { IsFramed = false };

    /// <summary>Broken, where something came into the head that may end it, or that a server refuses at once.</summary>
    public static RawRequest Unsure(RawRequest request)
    {
        var isSafe = request.Target.All(c => c is > ' ' and < '\x7f') && request.Headers.All(header => !header.Value.AsSpan().ContainsAny('\r', '\n', '\0'));
        return isSafe ? request : Broken(request);
    }

    // The first of them may be of any kind; the last closes.
    private static RawRequest Pipelined(RawRequest request, Random random)
    {
        // A reply to HEAD could not be told from others.
        if (request.Method == "HEAD")
            return request;
        var first = (request with { Instead = null }).ToString();
        var rest = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Chance(30) ? "GET /.well-known/jwks.json HTTP/1.1\r\nHost: auth.example\r\n\r\n" : first);
        return request with { IsFramed = false, Instead = string.Concat(rest.Prepend(first)) + "GET /.well-known/jwks.json HTTP/1.1\r\nHost: auth.example\r\nConnection: close\r\n\r\n" };
    }
}
