using System.Text.Json.Serialization;

namespace AuthKit.AuthorizationServer.Described;

/// <summary>OpenID Connect Core 1.0 §5.1.1.</summary>
internal sealed record AddressClaim([property: JsonPropertyName("formatted")] string Formatted);
