using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>Surgery on tokens, wherever there is one: JWTs, opaque tokens, cookies, Basic credentials.</summary>
internal static partial class TokenMutations
{
    private static readonly string[] Headers =
    [
        """{"alg":"none","typ":"at+jwt"}""", """{"alg":"None"}""", """{"alg":"HS256","typ":"at+jwt","kid":"x"}""", """{"alg":"ES256","typ":"at+jwt","kid":"../../dev/null"}""", """{"alg":"ES256","kid":"' OR 1=1"}""", "{\"alg\":\"ES256\",\"kid\":\"a\\u0000b\"}",
        """{"alg":"ES256","typ":"at+jwt","crit":["exp"]}""", """{"alg":"ES256","jku":"http://127.0.0.1:1/"}""", """{"alg":"ES256","jwk":{"kty":"oct","k":""}}""", """{"alg":["ES256"]}""", """{"alg":1,"kid":{}}""", """{"alg":"ES256","b64":false}""", """{"zip":"DEF","alg":"ES256"}""", "{}", "[]", "null", "", "{", "\"\\ud800\"",
        """{"alg":"RSA-OAEP","enc":"A256GCM"}""", "{\"alg\":\"ES256\",\"kid\":\"\\ud800\"}", """{"alg":"ES256","alg":"none"}""",
    ];

    private static readonly string[] Payloads =
    [
        "{}", "[]", "null", "", "{", "1", "{\"sub\":\"\\ud800\"}", "{\"sub\":\"a\\u0000b\",\"iss\":\"a\\u0000b\"}", """{"sub":1,"exp":"x","aud":[]}""", """{"exp":1e999}""", """{"exp":99999999999999999999}""", """{"exp":-1,"nbf":1e18,"iat":true}""", """{"sub":"shop","iss":"shop","aud":{"a":1}}""", """{"sub":null,"sub":"signer"}""",
        """{"sub":"signer","iss":"signer","aud":"https://auth.example","exp":1767271000,"jti":"a"}""", """{"sub":["signer"],"iss":["signer"]}""", """{"sid":"x","client_id":1,"scope":[],"tid":"demo"}""",
    ];

    public static IEnumerable<Mutation> All =>
    [
        new("a JWT's header", (request, random) => InPlace(request, random, parts => [Encode(random.Of(Headers)), parts[1], parts[2]])),
        new("a JWT's claims", (request, random) => InPlace(request, random, parts => [parts[0], Encode(random.Of(Payloads)), parts[2]])),
        new("a JWT's bytes", (request, random) => InPlace(request, random, parts =>
        {
            var at = random.Next(parts.Length);
            parts[at] = Encode(ByteMutations.Flipped(Decode(parts[at]), random));
            return parts;
        })),
        new("a token's parts", (request, random) => InPlace(request, random, parts => random.Next(9) switch
        {
            0 => [parts[0], parts[1], ""],
            1 => [.. parts, "", ""],
            2 => [.. parts, .. parts],
            3 => [.. parts.Reverse()],
            4 => [parts[0]],
            5 => [.. parts.Select(part => part + "=")],
            6 => ["", .. parts],
            7 => [.. parts.Take(parts.Length - 1), parts[^1][..^Math.Min(parts[^1].Length, random.Next(1, 5))]],
            _ => [.. parts.Select(part => part.Length > 2 ? part.Insert(part.Length / 2, random.Of([" ", "\n", "+", "/", "_", "%", "\t"])) : part)],
        })),
        new("a token's last character", (request, random) => InPlace(request, random, parts => [.. parts[..^1], parts[^1].Length > 0 ? parts[^1][..^1] + random.Of("ABCDEFghijkl0123-_".ToCharArray()) : "A"])),
        new("an opaque token of another tenant", (request, random) => InPlace(request, random, parts => [Encode(random.Of(["demo", "second", "", "nobody", "\0", "\xff", new string('a', 200)])), .. parts.TakeLast(2)])),
        new("Basic credentials", (request, random) => FramingMutations.Unsure(request.With("Authorization", $"{random.Of(["Basic", "basic", "Basic ", "Basic\t"])} {random.Of(Credentials)}"))),
        new("cookies", Cookies),
    ];

    private static readonly string[] Credentials =
    [
        "", "=", "Og==", "c2hvcA==", "c2hvcDo=", "c2hvcDpzaG9wLXNlY3JldA", "c2hvcDpzaG9wLXNlY3JldA==", "c2hvcDp3cm9uZw==", "JTAwOiUwMA==", "/////w==", "c2hvcA==c2hvcA==", "c2 hv cA==", Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('a', 3000) + ":b")),
        Convert.ToBase64String("%zz:%u1234"u8), Convert.ToBase64String("a:b:c:d"u8), Convert.ToBase64String("%ED%A0%80:%FF"u8),
    ];

    private static RawRequest InPlace(RawRequest request, Random random, Func<string[], string[]> change)
    {
        var tokens = Values.Of(request).Where(value => Token().IsMatch(value.Written)).ToList();
        if (tokens.Count == 0)
            return request;
        var value = random.Of(tokens);
        var token = Token().Match(value.Written);
        var parts = token.Value.Split('.');
        if (parts.Length == 2)
            parts = [parts[0], parts[1], ""];
        var changed = string.Join('.', change(parts));
        return FramingMutations.Unsure(value.Replace(value.Written[..token.Index] + changed + value.Written[(token.Index + token.Length)..]));
    }

    private static RawRequest Cookies(RawRequest request, Random random)
    {
        var cookie = request.Header("Cookie") ?? "authkit.browser=a; authkit.csrf=b";
        return FramingMutations.Unsure(request.With("Cookie", random.Next(6) switch
        {
            0 => ByteMutations.Flipped(cookie, random),
            1 => $"{cookie}; {cookie}",
            2 => cookie[..random.Place(cookie)],
            3 => cookie.Replace("=", random.Of(["==", "=\"", "", " = ", "=%00"]), StringComparison.Ordinal),
            4 => string.Join("; ", Enumerable.Range(0, 200).Select(i => $"a{i}={i}")) + "; " + cookie,
            _ => string.Join("; ", cookie.Split("; ").Select(pair => pair.Split('=')[0] + "=" + Encode(random.Of(Payloads)))),
        }));
    }

    private static string Encode(string bytes) => Base64Url.EncodeToString(Encoding.Latin1.GetBytes(bytes));

    private static string Decode(string part) => Base64Url.IsValid(part) ? Encoding.Latin1.GetString(Base64Url.DecodeFromChars(part)) : part;

    [GeneratedRegex(@"(?<![\w-])(?>[\w-]{16,})(\.(?>[\w-]{8,}))+")]
    private static partial Regex Token();
}
