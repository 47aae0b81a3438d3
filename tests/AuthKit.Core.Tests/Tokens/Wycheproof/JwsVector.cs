using System.Text.Json;

namespace AuthKit.Core.Tests.Tokens.Wycheproof;

/// <summary>A test vector of Project Wycheproof: a token, the keys to verify it by, and whether it may pass.</summary>
internal sealed record JwsVector(string Name, string Jwks, string Jws, bool Valid)
{
    public static JwsVector[] Signatures { get; } = Read("json_web_signature_test.json");

    public static JwsVector[] Keys { get; } = Read("json_web_key_test.json");

    public override string ToString() => Name;

    private static JwsVector[] Read(string file)
    {
        using var stream = typeof(JwsVector).Assembly.GetManifestResourceStream(file)!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("testGroups").EnumerateArray().SelectMany(Of)];
    }

    private static IEnumerable<JwsVector> Of(JsonElement group) => group.GetProperty("tests").EnumerateArray().Select(test => new JwsVector(
        $"{test.GetProperty("tcId")} {group.GetProperty("comment").GetString()} {test.GetProperty("comment").GetString()}",
        $$"""{"keys":{{group.GetProperty("keys").GetRawText()}}}""",
        test.GetProperty("jws").GetString()!,
        test.GetProperty("result").GetString() == "valid"));
}
