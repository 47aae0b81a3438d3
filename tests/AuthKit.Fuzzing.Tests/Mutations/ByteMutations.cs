using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>Bytes changed, dropped, put in or repeated, wherever they are.</summary>
internal static class ByteMutations
{
    private const string Telling = "\0\r\n\t {}[]\",:\\&=%+;?#/.<>'\x7f\x80\xc0\xe2\xef\xff";

    public static IEnumerable<Mutation> All =>
    [
        new("bytes of the body", (request, random) => Flip(request, random, Spot.Body)),
        new("bytes of the target", (request, random) => Flip(request, random, Spot.Target)),
        new("bytes of a header", (request, random) => Flip(request, random, Spot.Header)),
        new("NUL", (request, random) => Change(request, random, random.Of(Enum.GetValues<Spot>()), text => text.Insert(random.Place(text), random.Of(["\0", "%00", "\\u0000"])))),
        new("bytes anywhere", (request, random) => request with { IsFramed = false, Instead = Flipped(request.ToString(), random) }),
    ];

    /// <summary>A few bytes of a text changed.</summary>
    public static string Flipped(string text, Random random)
    {
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Place(text);
            var rest = Math.Min(text.Length, at + random.Next(1, 5));
            text = random.Next(5) switch
            {
                0 => text.Insert(at, random.Of(Telling.ToCharArray()).ToString()),
                1 => text.Remove(at, rest - at),
                2 => text[..at] + (char)random.Next(256) + text[Math.Min(text.Length, at + 1)..],
                3 when at < text.Length => text[..at] + (char)(text[at] ^ (1 << random.Next(8))) + text[(at + 1)..],
                _ => text[..rest] + text[at..],
            };
        }

        return text;
    }

    private enum Spot
    {
        Body,
        Target,
        Header,
    }

    private static RawRequest Flip(RawRequest request, Random random, Spot spot) => Change(request, random, spot, text => Flipped(text, random));

    private static RawRequest Change(RawRequest request, Random random, Spot spot, Func<string, string> change)
    {
        switch (spot)
        {
            case Spot.Body:
                return request with { Body = change(request.Body) };
            case Spot.Target:
                return FramingMutations.Unsure(request with { Target = change(request.Target) });
            case Spot.Header when request.Headers.Count == 0:
                return request;
            default:
                var (name, value) = random.Of(request.Headers);
                return FramingMutations.Unsure(request.With(name, change(value)));
        }
    }
}
