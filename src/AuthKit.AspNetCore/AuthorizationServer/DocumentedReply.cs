using System.Text.Json.Serialization;
using AuthKit.Http;

namespace AuthKit.AuthorizationServer;

/// <summary>What <see cref="DocumentedSuccess"/> writes of a model, for API descriptions.</summary>
internal sealed record DocumentedReply<TModel>(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message,
    [property: Beside] TModel Model);
