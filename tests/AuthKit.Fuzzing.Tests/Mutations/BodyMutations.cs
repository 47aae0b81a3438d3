using System.Text;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>Bodies as a whole: cut, repeated, in another character set, of a size about a limit.</summary>
internal static class BodyMutations
{
    public static IEnumerable<Mutation> All =>
    [
        new("a body cut short", (request, random) => request with { Body = request.Body[..random.Place(request.Body)] }),
        new("a body about the limit", (request, random) => request with { Body = Padded(request.Body, random.Of([1023, 1024, 4096, 65_535, 65_536, 65_537, 70_000, 131_072, 131_073])) }),
        new("a byte order mark", (request, random) => request with { Body = random.Of(["\xef\xbb\xbf", "\xef\xbb\xbf\xef\xbb\xbf", "\xfe\xff", "\xff\xfe", "\xff\xfe\0\0", "\xef\xbb", "+/v8-"]) + request.Body }),
        new("another character set", (request, random) => InCharset(request, random)),
        new("random bytes", (request, random) => request with { Body = Of(random, random.Next(0, 600)) }),
        new("the query as the body", (request, _) => request.Target.Split('?', 2) is [var path, var query] ? request with { Target = path, Body = query } : request with { Target = Clean(request), Body = "" }),
        new("chunks", (request, random) => Chunked(request, random)),
    ];

    private static string Padded(string body, int size) => body.Length >= size ? body : body + new string(' ', size - body.Length);

    private static string Of(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    // What no target may hold is left out, so that this stays one request.
    private static string Clean(RawRequest request) => $"{request.Target}?{string.Concat(request.Body.Where(c => c is > ' ' and < '\x7f').Take(6000))}";

    private static RawRequest InCharset(RawRequest request, Random random)
    {
        var text = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(request.Body));
        var (name, encoding) = random.Of<(string, Encoding)>(
            [("utf-16", Encoding.Unicode), ("utf-16be", Encoding.BigEndianUnicode), ("utf-32", Encoding.UTF32), ("iso-8859-1", Encoding.Latin1), ("us-ascii", Encoding.ASCII), ("utf-7", Encoding.ASCII), ("utf-8", Encoding.Latin1)]);
        var type = request.Header("Content-Type")?.Split(';')[0] ?? "application/json";
        var written = request with { Body = Encoding.Latin1.GetString(encoding.GetBytes(text)) };
        return random.Chance(70) ? written.With("Content-Type", $"{type}; charset={name}") : written;
    }

    // Good chunks, of any size, with extensions and trailers.
    private static RawRequest Chunked(RawRequest request, Random random)
    {
        var chunks = new StringBuilder();
        for (var at = 0; at < request.Body.Length;)
        {
            var size = Math.Min(request.Body.Length - at, random.Of([1, 2, 7, 100, 4096]));
            // No more than a few hundred of them.
            if (at > 300)
                size = request.Body.Length - at;
            chunks.Append(System.Globalization.CultureInfo.InvariantCulture, $"{size:x}{(random.Chance(10) ? ";a=b" : "")}\r\n").Append(request.Body, at, size).Append("\r\n");
            at += size;
        }

        chunks.Append("0\r\n").Append(random.Chance(20) ? "Trailer: a\r\n" : "").Append("\r\n");
        return request.Without("Content-Length").Without("Transfer-Encoding").With("Transfer-Encoding", "chunked") with { Body = chunks.ToString() };
    }
}
