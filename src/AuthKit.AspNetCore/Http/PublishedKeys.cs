using System.Text.Json.Serialization;

namespace AuthKit.Http;

/// <summary>A JWK set as it is published (RFC 7517 §5).</summary>
internal sealed record PublishedKeys([property: JsonPropertyName("keys")] IReadOnlyList<IReadOnlyDictionary<string, string>> Keys);
