using FsCheck;
using FsCheck.Fluent;

namespace AuthKit.Contracts.Tests.BadInput;

/// <summary>JSON that is well-formed or nearly so, and not what anybody expects.</summary>
internal static class OddJson
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "123456789012345678901234567890", "[]", "{}", "\"\"", "\" \"", "[null]", "[[\"a\"]]", "{\"a\":{\"b\":[1]}}",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\\u0000b@example.com\"", "\"\\u0000\"", "\"\\r\\nBcc: a@example.com\"", "\"\\u202Eanna@example.com\"",
        "\"\uFEFF\"", "\"\uFFFE\uFFFF\"", "\"ﷺﷺﷺ@example.com\"", "\"' OR 1=1 --\"", "\"anna@example.com\\u0000\"", "\"😀😀😀😀😀😀😀😀\"",
        "\"@\"", "\"a@b@c\"", "\"Data Source=/etc/passwd\"", "\"Host=db.example;Password=\"", "\"mongodb://\"", "\"\\\"\"", "undefined", "NaN", "'a'", "\"", "\"\\x\"", "\"\u0001\"", "/* */ 1",
        $"\"{new string('a', 300)}@example.com\"", $"\"{new string('a', 60_000)}\"", $"\"{new string('€', 20_000)}\"", $"\"{new string('a', 70_000)}\"",
        Deep("[", "]", 7), Deep("[", "]", 500), Deep("{\"a\":", "}", 500, "1"), Deep("[", "", 500),
    ];

    /// <summary>A value.</summary>
    public static Gen<string> Value { get; } = Gen.Elements(Values);

    /// <summary>A body for a route: its fields with odd values among good ones, in odd structures.</summary>
    public static Gen<string> Body(SampleRequest request)
    {
        var fields = request.BodyFields;
        var fieldValues = Gen.Frequency((2, Value), (1, Gen.Constant<string>(null!))).ArrayOf(fields.Length);
        var body = fieldValues.Select(values => request.Json(name => values[Array.IndexOf(fields, name)] ?? (request.Example(name) is { } example ? $"\"{example}\"" : "null")));
        return from json in body
               from structure in Gen.Choose(0, 9)
               select structure switch
               {
                   0 => $"[{json},{json}]",
                   1 => $"[[{json}]]",
                   2 => json.Length > 2 ? $"{json[..^1]},{json[1..]}" : json,
                   3 => $"{{\"a\":{json}}}",
                   4 => $"{json}{json}",
                   5 => $"\uFEFF{json}",
                   6 or 7 => $"[{json}]",
                   _ => json,
               };
    }

    private static string Deep(string open, string close, int depth, string core = "") =>
        string.Concat(Enumerable.Repeat(open, depth)) + core + string.Concat(Enumerable.Repeat(close, depth));
}
