using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>What a client signs to prove who it is (RFC 7523 §3), good unless it is changed.</summary>
internal sealed class Assertion
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public Assertion(TestHost host, OAuthClient client) => Payload = new()
    {
        ["iss"] = client.Id,
        ["sub"] = client.Id,
        ["aud"] = TestHost.Issuer,
        ["exp"] = host.Clock.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds(),
        ["jti"] = Guid.NewGuid().ToString(),
    };

    public JsonObject Header { get; } = new() { ["alg"] = "ES256", ["typ"] = "JWT" };

    public JsonObject Payload { get; }

    /// <summary>What is signed after the claims, and is none.</summary>
    public string After { get; init; } = "";

    public string Signed(ECDsa key) => Signed(data => key.SignData(data, HashAlgorithmName.SHA256));

    public string Signed(Func<byte[], byte[]> sign)
    {
        var part = $"{Encode(Header.ToJsonString())}.{Encode(Payload.ToJsonString() + After)}";
        return $"{part}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(part)))}";
    }

    /// <summary>A request that <paramref name="assertion"/> authenticates: with none that is better, for a refresh.</summary>
    public static Task<Answer> PresentAsync(TestHost host, string assertion, params (string Name, string Value)[] more) =>
        host.PostFormAsync("/token", [("grant_type", "refresh_token"), ("refresh_token", "any"), ("client_assertion_type", Type), ("client_assertion", assertion), .. more]);

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
