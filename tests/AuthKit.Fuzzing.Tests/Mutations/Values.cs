using System.Text.RegularExpressions;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>How a value is written where it stands.</summary>
internal enum Writing
{
    Json,
    Percent,
    Header,
}

/// <summary>A value in a request: a field of the body, a parameter of the query, or a header's.</summary>
/// <param name="Written">The value, as it is written.</param>
/// <param name="Writing">How.</param>
/// <param name="Replace">The request with other bytes in its place.</param>
internal sealed record FoundValue(string Written, Writing Writing, Func<string, RawRequest> Replace);

/// <summary>Finds the values in a request.</summary>
internal static partial class Values
{
    public static IReadOnlyList<FoundValue> Of(RawRequest request)
    {
        var found = new List<FoundValue>();
        var query = request.Target.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0)
            found.AddRange(Pairs().Matches(request.Target, query).Select(match => Found(request.Target, match.Groups["value"], Writing.Percent, target => request with { Target = target })));
        if (IsJson(request))
            found.AddRange(JsonValues().Matches(request.Body).Select(match => Found(request.Body, match.Groups["value"], Writing.Json, body => request with { Body = body })));
        else
            found.AddRange(Pairs().Matches(request.Body).Select(match => Found(request.Body, match.Groups["value"], Writing.Percent, body => request with { Body = body })));
        found.AddRange(request.Headers.Where(header => header.Name is not ("Host" or "Content-Length" or "Transfer-Encoding"))
            .Select(header => new FoundValue(header.Value, Writing.Header, value => request.With(header.Name, value))));
        return found;
    }

    public static bool IsJson(RawRequest request) => request.Body.AsSpan().TrimStart() is ['{' or '[', ..];

    private static FoundValue Found(string text, Group at, Writing writing, Func<string, RawRequest> with) =>
        new(at.Value, writing, value => with(text[..at.Index] + value + text[(at.Index + at.Length)..]));

    [GeneratedRegex("(?<=[?&])[^=&]*=(?<value>[^&]*)|(?<=^)[^=&?]*=(?<value>[^&]*)")]
    private static partial Regex Pairs();

    [GeneratedRegex("""(?<=:\s*|\[\s*)(?<value>"(?:[^"\\]|\\.)*"|-?[0-9][^,\]}\s]*|true|false|null)""")]
    private static partial Regex JsonValues();
}
