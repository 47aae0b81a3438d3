using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>JSON of another shape than is wanted, or nearly JSON.</summary>
internal static class JsonMutations
{
    private static readonly string[] OtherTypes = ["null", "true", "0", "[]", "{}", "[null]", "[[\"a\"]]", "{\"a\":{\"b\":[1]}}", "{\"\":\"\"}", "[\"\\ud800\"]", "[1,\"a\"]", "{\"keys\":[{}]}", "[\"a\",]", "\"a\"\"b\"", "'a'", "undefined", "/**/1", "\"\\x41\"", "\"\\u12\"", "\"\t\"", "-", "1.", ".5", "1e", "tru", ""];

    public static IEnumerable<Mutation> All =>
    [
        new("another JSON type", (request, random) => ValueMutations.Replace(request, random, (value, written) => value.Writing == Writing.Json ? random.Of(OtherTypes) : written)),
        new("deep JSON", (request, random) => Deep(request, random)),
        new("JSON around JSON", (request, random) => request with
        {
            Body = random.Next(10) switch
            {
                0 => $"[{request.Body}]",
                1 => $"[{request.Body},{request.Body}]",
                2 => $"{{\"a\":{request.Body}}}",
                3 => request.Body + request.Body,
                4 => request.Body.Trim('[', ']'),
                5 => request.Body + random.Of(["]", "}", ",", "\0", "/*", "//", "\x1a", " \n\t"]),
                6 => random.Of([" ", "\n", "\x0b", "\x0c", "\xc2\xa0", ")]}',\n"]) + request.Body,
                7 => request.Body.Replace("}", ",}", StringComparison.Ordinal),
                8 => request.Body.Replace("\"", "'", StringComparison.Ordinal),
                _ => $"\"{request.Body.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            },
        }),
    ];

    private static RawRequest Deep(RawRequest request, Random random)
    {
        var depth = random.Of([6, 7, 8, 9, 63, 64, 65, 500, 10_000]);
        var (open, close) = random.Of([("[", "]"), ("{\"a\":", "}"), ("[", ""), ("{\"a\":", ""), ("[[],", "]")]);
        var deep = string.Concat(Enumerable.Repeat(open, depth)) + (open[0] == '{' ? "1" : "") + string.Concat(Enumerable.Repeat(close, depth));
        return random.Chance(50) && Values.IsJson(request) ? ValueMutations.Replace(request, random, (value, written) => value.Writing == Writing.Json ? deep : written) : request with { Body = deep };
    }
}
