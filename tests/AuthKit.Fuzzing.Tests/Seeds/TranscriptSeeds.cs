using System.Text.RegularExpressions;
using AuthKit.Contracts.Tests.Replay;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Seeds;

/// <summary>The requests of the transcripts. A name in one, such as <c>{{access}}</c>, becomes the kind of the value that it was given to.</summary>
internal static partial class TranscriptSeeds
{
    // What a player of transcripts knows from the start.
    private static readonly string[] FromTheStart =
        ["key-identifier", "other-key-identifier", "demo-connection", "demo-connection-reordered", "provider-token", "facebook-token", "foreign-provider-token", "failing-provider-token"];

    // Features that the fuzzed host does not have.
    private static readonly string[] NotThere = ["two-factor", "external-schemes", "passkeys", "administration"];

    public static IEnumerable<Seed> All => TranscriptLibrary.All.Concat(TranscriptLibrary.Features).Where(transcript => !transcript.With.Intersect(NotThere).Any()).SelectMany(Of);

    private static IEnumerable<Seed> Of(Transcript transcript)
    {
        var kinds = FromTheStart.ToDictionary(name => name, StringComparer.Ordinal);
        var contract = transcript.Path.Split('/') is ["features", .., var speaking] ? speaking : transcript.Path.Split('/')[0].Split('-', 2)[1];
        foreach (var step in TranscriptLibrary.WithPrelude(transcript).SelectMany(each => each.Steps))
        {
            foreach (var (name, kind) in Named(step))
                kinds[name] = $"{kind}-{contract}";
        }

        return transcript.Exchanges.Select(exchange => new Seed($"{transcript}: {exchange.Title}", Request(exchange, kinds)));
    }

    private static IEnumerable<(string Name, string Kind)> Named(Step step) => step switch
    {
        // Those of features are called what they are.
        Contracts.Tests.Replay.Mail { Name: "confirming" or "undoing" or "keeping" or "mailed-code" } mail => [(mail.Name, mail.Name)],
        Contracts.Tests.Replay.Mail mail => [(mail.Name, "reset")],
        Authorization authorization => [(authorization.Name, "code")],
        Signing signing => [(signing.Name, "assertion")],
        Exchange exchange => exchange.Headers.Select(header => header.Value).Append(exchange.Body).SelectMany(text => Naming().Matches(text)).Select(match => (match.Groups["name"].Value, Kind(match))),
        _ => [],
    };

    // A device's code is written like a refresh token, and a secret that continues a pushed request like a client's.
    private static string Kind(Match match) => (match.Groups["kind"].Value, match.Groups["member"].Value) switch
    {
        ("opaque", "device_code") => "device",
        ("opaque", "challenge" or "Challenge") => "challenge",
        (_, "request_uri") => "pushed",
        (_, "registration_access_token") => "registration",
        var (kind, _) => kind,
    };

    private static RawRequest Request(Exchange exchange, Dictionary<string, string> kinds)
    {
        return new(
            exchange.Method,
            WithKinds(exchange.Target),
            [("Host", "auth.example"), .. exchange.RequestHeaders.Select(header => (header.Name, WithKinds(header.Value)))],
            WithKinds(exchange.RequestBody));

        string WithKinds(string text) => Bytes.Utf8(Reference().Replace(text, match => $"{{{{{kinds[match.Groups["name"].Value]}}}}}"));
    }

    [GeneratedRegex("""("(?<member>\w+)"\s*:\s*"[^"]*?)?\{\{(?<kind>[\w-]+):(?<name>[\w-]+)\}\}""")]
    private static partial Regex Naming();

    [GeneratedRegex(@"\{\{(?<name>[\w-]+)\}\}")]
    private static partial Regex Reference();
}
