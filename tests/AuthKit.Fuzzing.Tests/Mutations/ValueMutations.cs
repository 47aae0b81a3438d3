using System.Globalization;
using System.Text;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>Values that are text, and not what anybody expects.</summary>
internal static class ValueMutations
{
    private static readonly string[] OddText =
    [
        "", " ", "\u00a0", "\u200b", "\u202eanna@example.com", "\ufeff", "\ufffe\uffff", "\ud800", "\udc00\ud800", "a\ud83d", "e\u0301\u0301\u0301", "\u212aim@example.com", "ſ@example.com", "ﷺﷺﷺ@example.com",
        "İı@EXAMPLE.com", "ẞß@example.com", "xn--a@xn--.example", "a@münchen.example", "a@[::1]", "\"a b\"@example.com", "a@b@c", "@", "a@", "a@.", "😀😀😀😀😀😀😀😀", "' OR 1=1 --", "$ne", "{\"$gt\":\"\"}", "; DROP TABLE authkit_users",
        "\r\nBcc: a@example.com", "\r\nSet-Cookie: a=b", "<script>alert(1)</script>", "\"><img src=x>", "../../etc/passwd", "file:///etc/passwd", "javascript:alert(1)", "//evil.example", "https://evil.example\\@auth.example", "%s%n", "{{7*7}}",
        "Data Source=/etc/passwd", "Host=db.example;Password=", "mongodb://a:b@c,d/e?f", "Server=;;=", "\u0001\u001f\u007f\u0085\u2028", "true", "null", "undefined", "\0", "a\0b", "\u0660\u0661", "openid openid\topenid", ",", "a,b,,c", "*",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e5", "1e999", "-1e999", "1.5", "0x10", "007", "+1", " 1", "1 ", "1,000", "NaN", "Infinity", "٣",
        "253402300800", "-62135596801", "99999999999999999999999999999999999999999999999999",
    ];

    // About the lengths at which something somewhere may change: hashes, columns, limits, buffers.
    private static readonly int[] Lengths =
        [1, 7, 8, 15, 16, 31, 32, 33, 63, 64, 65, 127, 128, 129, 191, 192, 253, 254, 255, 256, 257, 320, 321, 511, 512, 513, 767, 768, 1023, 1024, 1025, 2047, 2048, 2049, 3999, 4000, 4001, 4096, 7900, 8191, 16384, 16385, 20000, 40000, 65000, 66000];

    private static readonly string[] Letters = ["a", "9", "é", "€", "😀", "\u0301", "%", "\"", "<", " "];

    private static readonly string[] Escapes =
        ["%", "%0", "%zz", "%u0041", "%C0%80", "%E0%80%80", "%ED%A0%80", "%F4%90%80%80", "%FF%FE", "%2500", "%25%30%30", "+", "%2B", "%0d%0a", "%26a=b", "%3d", "%3F", "%23", "%2F..%2F", "%5c", "%E2%80%AE", "%EF%BF%BE", "%c3%28", "&&", "==", ";"];

    public static IEnumerable<Mutation> All =>
    [
        new("Unicode and odd text", (request, random) => Replace(request, random, (value, _) => Write(random.Of(OddText), value, random))),
        new("numbers", (request, random) => Replace(request, random, (value, _) => value.Writing == Writing.Json && random.Chance(60) ? random.Of(Numbers) : Write(random.Of(Numbers), value, random))),
        new("lengths at bounds", (request, random) => Replace(request, random, (value, _) => Write(OfLength(random), value, random))),
        new("percent-encoding", (request, random) => Replace(request, random, (value, written) => written.Insert(random.Place(written), random.Of(Escapes)))),
        new("values exchanged", Exchange),
        new("a value twice", (request, random) => Replace(request, random, (_, written) => random.Of([written + written, written + "," + written, written + " " + written]))),
    ];

    /// <summary>A value replaced; the request as it is where it has none.</summary>
    public static RawRequest Replace(RawRequest request, Random random, Func<FoundValue, string, string> replace)
    {
        var values = Values.Of(request);
        if (values.Count == 0)
            return request;
        var value = random.Of(values);
        var replaced = value.Replace(replace(value, value.Written));
        return value.Writing == Writing.Header ? FramingMutations.Unsure(replaced) : replaced;
    }

    /// <summary>Text as it is written where a value stands, or now and then as it should not be.</summary>
    public static string Write(string text, FoundValue value, Random random) => value.Writing switch
    {
        _ when random.Chance(10) => Bytes.Utf8(text),
        Writing.Json => $"\"{Escaped(text, random)}\"",
        Writing.Percent => string.Concat(Bytes.Utf8(text).Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"%{(int)c:X2}")),
        _ => Bytes.Utf8(text),
    };

    private static string Escaped(string text, Random random)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            // Half a surrogate pair can be written in no other way.
            if (c is < ' ' or '"' or '\\' || char.IsSurrogate(c) || random.Chance(5))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                escaped.Append(Bytes.Utf8(c.ToString()));
        }

        return escaped.ToString();
    }

    private static string OfLength(Random random)
    {
        var (length, letter) = (random.Of(Lengths), random.Of(Letters));
        var text = string.Concat(Enumerable.Repeat(letter, length / letter.Length + 1))[..(length / letter.Length * letter.Length)];
        return random.Chance(40) ? $"{text[..Math.Max(0, text.Length - 12)]}@example.com" : text;
    }

    private static RawRequest Exchange(RawRequest request, Random random)
    {
        var values = Values.Of(request);
        if (values.Count == 0)
            return request;
        var taken = random.Of(values);
        return Replace(request, random, (into, _) => into.Writing == taken.Writing ? taken.Written : Write(taken.Written.Trim('"'), into, random));
    }
}
