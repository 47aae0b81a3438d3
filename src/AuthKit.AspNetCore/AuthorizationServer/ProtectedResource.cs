using System.Text.Json.Serialization;

namespace AuthKit.AuthorizationServer;

/// <summary>What an interface of the host's says of itself (RFC 9728 §2).</summary>
internal sealed record ProtectedResource(
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("resource_name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
    [property: JsonPropertyName("authorization_servers")] IReadOnlyList<string> AuthorizationServers,
    [property: JsonPropertyName("scopes_supported")] IReadOnlyList<string> ScopesSupported,
    [property: JsonPropertyName("bearer_methods_supported")] IReadOnlyList<string> BearerMethodsSupported);
