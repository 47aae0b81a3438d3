using System.Text.RegularExpressions;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>Members of JSON objects, fields of forms and parameters of queries: twice, gone, renamed, added.</summary>
internal static partial class MemberMutations
{
    private static readonly string[] Names =
        ["", "email", "Email", "EMAIL", "password", "token", "Token", "refresh_token", "client_id", "client_secret", "grant_type", "scope", "code", "redirect_uri", "return_url", "request", "request_uri", "resource", "prompt", "max_age", "id", "role", "is_admin", "__proto__", "constructor", "a.b", "db.connectionString", ".", "[0]", "$where", "é", "\0"];

    public static IEnumerable<Mutation> All =>
    [
        new("a member twice", (request, random) => Change(request, random, (member, rest) => [member, .. rest, random.Chance(50) ? member : Recased(member)])),
        new("a member gone", (request, random) => Change(request, random, (_, rest) => rest)),
        new("a member renamed", (request, random) => Change(request, random, (member, rest) => [.. rest, Renamed(member, Bytes.Utf8(random.Of(Names)))])),
        new("a member in another case", (request, random) => Change(request, random, (member, rest) => [.. rest, Recased(member)])),
        new("a member added", (request, random) => Change(request, random, (member, rest) => [member, .. rest, Renamed(member, Bytes.Utf8(random.Of(Names)))])),
        new("members in another order", (request, random) => Change(request, random, (member, rest) => [.. rest.OrderBy(_ => random.Next()), member])),
        new("thousands of members", (request, random) => Change(request, random, (member, rest) => [member, .. rest, .. Enumerable.Range(0, random.Of([100, 1023, 1024, 1025, 5000])).Select(i => Renamed(member.Length < 12 ? member : "\"a\":1", $"a{i}"))])),
    ];

    private static RawRequest Change(RawRequest request, Random random, Func<string, List<string>, List<string>> change)
    {
        if (Values.IsJson(request))
        {
            var body = request.Body.Trim();
            var isArray = body is ['[', ..];
            var inner = body.Trim('[', ']', ' ', '\n', '\r', '\t');
            if (inner is not ['{', .., '}'])
                return request;
            var changed = Changed(JsonMembers().Matches(inner[1..^1]).Select(match => match.Value).ToList(), random, change, ",");
            return request with { Body = isArray ? $"[{{{changed}}}]" : $"{{{changed}}}" };
        }

        if (request.Body.Length > 0)
            return request with { Body = Changed([.. request.Body.Split('&')], random, change, "&") };
        if (request.Target.Split('?', 2) is not [var path, var query])
            return request;
        return FramingMutations.Unsure(request with { Target = $"{path}?{Changed([.. query.Split('&')], random, change, "&")}" });
    }

    private static string Changed(List<string> members, Random random, Func<string, List<string>, List<string>> change, string separator)
    {
        if (members.Count == 0)
            return "";
        var member = random.Of(members);
        members.Remove(member);
        return string.Join(separator, change(member, members));
    }

    private static string Renamed(string member, string name) => member.Split(member.Contains(':', StringComparison.Ordinal) && member.TrimStart() is ['"', ..] ? ':' : '=', 2) is [var old, var value]
        ? old.TrimStart() is ['"', ..] ? $"\"{name}\":{value}" : $"{name}={value}"
        : name;

    private static string Recased(string member)
    {
        var end = member.IndexOfAny([':', '=']);
        return end <= 0 ? member : string.Concat(member[..end].Select((c, i) => i % 2 == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c))) + member[end..];
    }

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""\s*:\s*(?:""(?:[^""\\]|\\.)*""|\{[^{}]*\}|\[[^\[\]]*\]|[^,{}\[\]""]+)")]
    private static partial Regex JsonMembers();
}
