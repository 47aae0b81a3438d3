using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>Headers: wrong, odd, twice, missing, very long.</summary>
internal static class HeaderMutations
{
    private static readonly string[] ContentTypes =
    [
        "", "text/plain", "application/json", "application/x-www-form-urlencoded", "application/json; charset=utf-8", "APPLICATION/JSON;CHARSET=\"UTF-8\"", "application/json; charset=", "application/json; charset=\"", "application/json; charset=x", "application/json;charset=utf-8;charset=utf-16",
        "multipart/form-data; boundary=x", "multipart/form-data", "application/problem+json", "application/*+json", "application/+json", "application/*", "*/*", "application", "/", ";", "application/json, text/plain", "application/json;;;", "application/json;=;a", "application/x-www-form-urlencoded; charset=iso-8859-1", "application/json; a=\"\\\"",
    ];

    private static readonly string[] Authorizations =
    [
        "", " ", "Bearer", "Bearer ", "bearer x", "BEARER\tx", "Bearer  x  y", "Bearer x, Bearer y", "Bearer \"x\"", "Bearer a.b.c", "Bearer ..", "Bearer a.b.c.d.e", "Bearer eyJhbGciOiJub25lIn0.e30.", "Bearer =", "Bearer \xc3\xa9", "Negotiate", "Digest a=b", "DPoP x", "Basic", "Bearer x;y",
    ];

    private static readonly (string Name, string Value)[] Odd =
    [
        ("Accept", "text/html"), ("Accept", "*/*;q=2"), ("Accept-Language", "*"), ("Accept-Language", "vi;q=abc,,;q=1,x-y-z-z-z"), ("Accept-Language", "en;q=99999999999999999999"), ("Accept-Encoding", "gzip, br"), ("Origin", "null"), ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST"),
        ("X-Forwarded-For", "127.0.0.1, a, ::1"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"), ("Forwarded", "for=_x;host=evil.example"), ("X-HTTP-Method-Override", "DELETE"), ("X-Tenant", "demo"), ("X-Tenant", "\xff"), ("Token", "a"), ("Token", ""), ("Range", "bytes=0-"), ("If-None-Match", "*"),
        ("Expect", "100-continue"), ("Content-Encoding", "gzip"), ("Content-Language", "\xe2\x80\xae"), ("Cookie", "a"), ("Cookie", "=;=;=\"\\"), ("Referer", "javascript:1"), ("Sec-Fetch-Site", "cross-site"), ("traceparent", "00-0-0-0"), ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff"), ("tracestate", "=,="), ("baggage", "a=%00"),
        ("Max-Forwards", "-1"), ("Prefer", "return=minimal"), ("DPoP", "a.b.c"), ("Content-MD5", "x"), ("Date", "x"), ("Via", "1.1 x"), ("Upgrade-Insecure-Requests", "1"), ("X-Request-Id", "../../x"),
    ];

    public static IEnumerable<Mutation> All =>
    [
        new("content types", (request, random) => random.Chance(10) ? request.Without("Content-Type") : request.With("Content-Type", random.Chance(5) ? new string('a', 4000) : random.Of(ContentTypes))),
        new("authorization", (request, random) => request.With("Authorization", random.Chance(5) ? $"Bearer {new string('a', random.Of([512, 6000, 16000]))}" : random.Of(Authorizations))),
        new("odd headers", (request, random) => request.With(random.Of(Odd) is var (name, value) ? name : "", value)),
        new("a header twice", (request, random) => Twice(request, random)),
        new("a header gone", (request, random) => request.Headers.Count > 0 && random.Of(request.Headers) is var (name, _) && name != "Host" ? request.Without(name) : request),
        new("headers about the limit", (request, random) => request with { Headers = [.. request.Headers, .. Enumerable.Range(0, random.Of([60, 95, 100, 101, 200])).Select(i => ($"X-{i}", new string('a', random.Of([1, 100, 300]))))] }),
        new("a long header", (request, random) => request.With(random.Of(["X-Long", "Cookie", "Accept-Language", "Token", "Authorization"]), random.Of(["", "Bearer ", "Basic ", "a="]) + new string(random.Of("a,;=.9 ".ToCharArray()), random.Of([4000, 8000, 16_000, 31_000, 33_000])))),
        new("a header folded", (request, random) => FramingMutations.Broken(request.With("X-Folded", random.Of(["a\r\n b", "a\r\n\tb", "a\n b", "a\rb", "\r\n"])))),
        new("a header's syntax", (request, random) => FramingMutations.Broken(request with
        {
            Headers = [.. request.Headers, random.Of<(string, string)>([("X Y", "a"), ("", "a"), ("X-A ", "a"), (" X-A", "a"), ("X\0A", "a"), ("X-A\r", "a"), ("X-A", "a\0b"), ("X\xe9", "a"), ("(x)", "a"), ("X-A:", ":")])],
        })),
        new("another host", (request, random) => FramingMutations.Broken(random.Next(3) switch
        {
            0 => request.Without("Host"),
            1 => request with { Headers = [.. request.Headers, ("Host", "evil.example")] },
            _ => request.With("Host", random.Of(["", "evil.example", "auth.example:0", "auth.example:99999", "a b", "[::1", "a/b", "a@b", "\xff", "localhost:", new string('a', 300)])),
        })),
    ];

    private static RawRequest Twice(RawRequest request, Random random)
    {
        if (request.Headers.Count == 0)
            return request;
        var (name, value) = random.Of(request.Headers);
        if (name == "Host" || name == "Transfer-Encoding")
            return request;
        return request with { Headers = [.. request.Headers, (random.Chance(50) ? name : name.ToUpperInvariant(), random.Chance(50) ? value : "other")] };
    }
}
