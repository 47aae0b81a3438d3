using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AuthKit.Contracts.Tests.Tokens;

/// <summary>A good token taken apart, to be put together again in ways that have to be noticed.</summary>
internal sealed class Forgery
{
    private readonly string _signature;

    public Forgery(string token)
    {
        var parts = token.Split('.');
        (Header, Payload, _signature) = (Parse(parts[0]), Parse(parts[1]), parts[2]);
    }

    public JsonObject Header { get; }

    public JsonObject Payload { get; }

    /// <summary>Another header or payload under the old signature.</summary>
    public string Unsigned() => $"{SignedPart()}.{_signature}";

    /// <summary>No signature at all.</summary>
    public string Bare() => $"{SignedPart()}.";

    public string Signed(ECDsa key) => $"{SignedPart()}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(SignedPart()), HashAlgorithmName.SHA256))}";

    public string Signed(byte[] secret) => $"{SignedPart()}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(SignedPart())))}";

    private string SignedPart() => $"{Encode(Header)}.{Encode(Payload)}";

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static JsonObject Parse(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();
}
