using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>Methods, paths and queries.</summary>
internal static class TargetMutations
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "BREW", "QUERY", "get", "Post", "_", "M-SEARCH"];

    private static readonly string[] Queries = ["", "&", "&&&", "=", "a", "a&a&a", "?", "?a=b", "%", "%00", "%zz=%zz", "a=%ED%A0%80", "a[]=1&a[]=2", "a=1;b=2", "\xff", "+=+", "%E2%80%AE", "return_url=//evil.example", "return_url=/authorize", "return_url=%2Fauthorize%3F", "error=x", "done=yes", "result=allowed", "confirmed=yes", "ui_locales=" + "x "];

    public static IEnumerable<Mutation> All =>
    [
        new("methods", (request, random) => request with { Method = random.Of(Methods) }),
        new("paths", (request, random) => FramingMutations.Unsure(InPath(request, random))),
        new("queries", (request, random) => FramingMutations.Unsure(InQuery(request, random))),
        new("a long target", (request, random) => request with { Target = $"{request.Target}{(request.Target.Contains('?', StringComparison.Ordinal) ? "&" : "?")}a={new string('a', random.Of([1000, 4000, 7000, 8000, 8192, 16_000]))}" }),
        new("thousands of parameters", (request, random) => request with { Target = $"{request.Path}?{string.Concat(Enumerable.Repeat(random.Of(["a&", "a=&", "&", "=&"]), random.Of([100, 1000, 1500])))}" }),
        new("forms of a target", (request, random) => FramingMutations.Broken(request with { Target = random.Of(["*", "", $"http://auth.example{request.Target}", $"https://evil.example{request.Target}", $"//evil.example{request.Target}", "auth.example:80", request.Target.TrimStart('/'), $"{request.Target}#a", $"{request.Target} b", "http://", "http://[", $"ftp://a{request.Target}"]) })),
    ];

    private static RawRequest InPath(RawRequest request, Random random)
    {
        var (path, rest) = (request.Path, request.Target[request.Path.Length..]);
        var at = Math.Max(0, path.LastIndexOf('/'));
        return request with
        {
            Target = rest.Insert(0, random.Next(14) switch
            {
                0 => path + "/",
                1 => path + "//",
                2 => path.Replace("/", "//", StringComparison.Ordinal),
                3 => path.ToUpperInvariant(),
                4 => path.Insert(at, "/."),
                5 => path.Insert(at, "/a/.."),
                6 => path.Insert(at, random.Of(["/%2e%2e", "/%2E", "%2f", "\\", "/;a=b", "%5c"])),
                7 => path + random.Of([";a=b", "%00", "%0a", "%20", ".", "%2f", "%ff", "%C0%AF", ".json", "~", "%E2%80%8B", "%3f"]),
                8 => string.Concat(path.Select(c => c == '/' ? "/" : $"%{(int)c:X2}")),
                9 => path.Replace("s", "%C5%BF", StringComparison.Ordinal),
                10 => path.Replace("i", "%C4%B0", StringComparison.Ordinal),
                11 => path.Replace("k", "%E2%84%AA", StringComparison.Ordinal),
                12 => path[..random.Place(path)],
                _ => path + "/" + new string('a', random.Of([1, 255, 2000])),
            }),
        };
    }

    private static RawRequest InQuery(RawRequest request, Random random)
    {
        var query = random.Of(Queries);
        return request with
        {
            Target = random.Next(3) switch
            {
                0 => $"{request.Path}?{query}",
                1 when request.Target.Contains('?', StringComparison.Ordinal) => $"{request.Target}&{query}",
                2 when request.Target.Split('?', 2) is [var path, var own] => $"{path}?{query}&{own}",
                _ => $"{request.Target}?{query}",
            },
        };
    }
}
