using System.Text.Json.Serialization;

namespace AuthKit.Security;

/// <summary>What callers of the host's own endpoints are told who are not let in (RFC 9457).</summary>
internal sealed record BearerProblem(
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("message")] string Message);
