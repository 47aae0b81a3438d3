using System.Text.RegularExpressions;
using AuthKit.Contracts.Tests.Replay;

namespace AuthKit.Contracts.Tests.ApiDescription;

/// <summary>What stands in examples where a transcript has what differs from run to run.</summary>
internal sealed partial class SampleValues
{
    private const string Opaque = "aGFuZGxl.c2VjcmV0";

    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["jwt"] = "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl",
        ["rs256"] = "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl",
        ["opaque"] = Opaque,
        ["tenant-opaque"] = "ZGVtbw.aGFuZGxl.c2VjcmV0",
        ["handle"] = "aGFuZGxl",
        ["generated-password"] = "a-password-that-was-made-up",
        ["guid"] = "019b7612-0000-7000-8000-000000000000",
        ["client"] = "0123456789abcdef0123456789abcdef",
        ["jti"] = "0123456789abcdef0123456789abcdef",
        ["secret"] = "c2VjcmV0",
        ["user-code"] = "BCDF-GHJK",
        ["key-identifier"] = "SQLITE",
        ["other-key-identifier"] = "MONGO",
        ["demo-connection"] = "Data Source=demo.db",
        ["demo-connection-reordered"] = "Data Source=demo.db",
        ["provider-token"] = "a-token-of-the-provider-s",
    };

    private readonly Dictionary<string, string> _named = [];

    private SampleValues(Transcript transcript)
    {
        foreach (Match named in TranscriptLibrary.WithPrelude(transcript).SelectMany(each => each.Exchanges).SelectMany(exchange => Placeholder().Matches(exchange.Body)))
            _named[named.Groups["name"].Value] = named.Groups["kind"].Value;
    }

    public static Func<string, string> Of(Transcript transcript)
    {
        var values = new SampleValues(transcript);
        return text => Placeholder().Replace(text, match => values.Value(match.Groups["kind"].Value));
    }

    // What a page or a mail has told is a token like any other.
    private string Value(string kind) => Kinds.GetValueOrDefault(_named.GetValueOrDefault(kind, kind), Opaque);

    [GeneratedRegex(@"\{\{(?<kind>[\w-]+)(:(?<name>[\w-]+))?\}\}")]
    private static partial Regex Placeholder();
}
