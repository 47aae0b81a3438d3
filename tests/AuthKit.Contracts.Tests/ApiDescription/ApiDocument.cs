using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace AuthKit.Contracts.Tests.ApiDescription;

/// <summary>An OpenAPI document as a client reads it.</summary>
internal sealed class ApiDocument
{
    private readonly JsonObject _closed;
    private readonly JsonObject _folded;

    public ApiDocument(string text)
    {
        Text = text;
        Json = JsonNode.Parse(text)!.AsObject();
        _closed = Json["components"]!.DeepClone().AsObject();
        Close(_closed["schemas"]!);
        _folded = Json["components"]!.DeepClone().AsObject();
        Fold(_folded["schemas"]!);
    }

    public string Text { get; }

    public JsonObject Json { get; }

    public IEnumerable<(string Path, string Method, JsonObject Operation)> Operations => Json["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject(), (path, operation) => (path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject()));

    public JsonObject? Operation(string method, string path) => Json["paths"]![path]?[method.ToLowerInvariant()]?.AsObject();

    public JsonObject Model(string name) => Json["components"]!["schemas"]![name]!.AsObject();

    /// <summary>What is wrong with a reply, or null. A member that its schema does not describe is.</summary>
    public string? Objection(JsonNode schema, JsonNode? reply) => Objection(_closed, schema, reply);

    /// <summary>What is wrong with a request, or null: names may be in any case, and what nobody reads may stand beside.</summary>
    public string? ObjectionToRequest(JsonNode schema, JsonNode? request)
    {
        var (asked, sent) = (schema.DeepClone(), Lower(request));
        Fold(asked);
        return Objection(_folded, asked, sent);
    }

    private static string? Objection(JsonObject components, JsonNode schema, JsonNode? value)
    {
        var whole = new JsonObject { ["components"] = components.DeepClone(), ["allOf"] = new JsonArray(schema.DeepClone()) };
        // Not JSON Schema's.
        Remove(whole, "discriminator");
        var result = JsonSchema.FromText(whole.ToJsonString(), new() { SchemaRegistry = new(), Dialect = Dialect.Draft202012 })
            .Evaluate(JsonSerializer.SerializeToElement(value), new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid ? null : string.Join('\n', (result.Details ?? []).Where(detail => detail.Errors is { Count: > 0 })
            .Select(detail => $"{detail.InstanceLocation}: {string.Join(' ', detail.Errors!.Values)} ({detail.EvaluationPath})").Append(value?.ToJsonString()));
    }

    // Clients may be sent more one day; what is sent today is described.
    private static void Close(JsonNode? node)
    {
        foreach (var child in Children(node))
            Close(child);
        if (node is JsonObject schema && schema["properties"] is JsonObject && schema["type"] is not null)
            schema["additionalProperties"] = false;
    }

    private static void Fold(JsonNode? node)
    {
        foreach (var child in Children(node))
            Fold(child);
        if (node is not JsonObject schema)
            return;
        if (schema["properties"] is JsonObject properties)
            schema["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key.ToLowerInvariant(), property.Value?.DeepClone())));
        if (schema["required"] is JsonArray required)
            schema["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(((string)name!).ToLowerInvariant()))]);
    }

    private static JsonNode? Lower(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key.ToLowerInvariant(), Lower(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Lower)]),
        _ => value?.DeepClone(),
    };

    private static void Remove(JsonNode? node, string keyword)
    {
        (node as JsonObject)?.Remove(keyword);
        foreach (var child in Children(node))
            Remove(child, keyword);
    }

    private static JsonNode?[] Children(JsonNode? node) => node switch
    {
        JsonObject members => [.. members.Select(member => member.Value)],
        JsonArray items => [.. items],
        _ => [],
    };
}
