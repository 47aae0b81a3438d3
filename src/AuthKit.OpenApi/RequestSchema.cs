using System.Text.Json.Nodes;
using AuthKit.Http;
using Microsoft.OpenApi;

namespace AuthKit.OpenApi;

/// <summary>What a route reads, as parameters and schemas.</summary>
internal static class RequestSchema
{
    public static IEnumerable<IOpenApiParameter> Parameters(ContractRoute route)
    {
        foreach (var field in route.Fields.Where(field => field.InQuery))
            yield return new OpenApiParameter { Name = field.Name, In = ParameterLocation.Query, Required = field.Required, Schema = Text() };
        if (route.TokenHeader is { } header)
            yield return new OpenApiParameter { Name = header, In = ParameterLocation.Header, Required = false, Schema = Text() };
    }

    /// <summary>The body of routes that share a method and path; where a field chooses among them, one schema for each of its values.</summary>
    public static IOpenApiRequestBody? Body(IReadOnlyList<ContractRoute> routes)
    {
        if (routes[0].Body is not { } syntax)
            return null;
        var schema = OneOf([.. routes.Select(Fields)]);
        return new OpenApiRequestBody
        {
            Required = true,
            Content = MediaTypes(syntax).ToDictionary(type => type, _ => new OpenApiMediaType { Schema = syntax is BodySyntax.JsonArray ? ArrayOfOne(schema) : schema }),
        };
    }

    private static IEnumerable<string> MediaTypes(BodySyntax syntax) => syntax switch
    {
        BodySyntax.Form => ["application/x-www-form-urlencoded"],
        BodySyntax.FormOrJson => ["application/x-www-form-urlencoded", "application/json"],
        _ => ["application/json"],
    };

    public static IOpenApiSchema OneOf(IReadOnlyList<OpenApiSchema> schemas) => schemas.Count == 1 ? schemas[0] : new OpenApiSchema { OneOf = [.. schemas] };

    private static OpenApiSchema Fields(ContractRoute route)
    {
        var root = new OpenApiSchema { Type = JsonSchemaType.Object };
        if (route.Condition is { } condition)
            Add(root, [condition.Field], required: true, new() { Type = JsonSchemaType.String, Enum = [JsonValue.Create(condition.Value)] });
        foreach (var field in route.Fields.Where(field => !field.InQuery))
            Add(root, field.Name.Split('.'), field.Required, Text());
        return root;
    }

    private static void Add(OpenApiSchema parent, ReadOnlySpan<string> path, bool required, OpenApiSchema leaf)
    {
        parent.Properties ??= new Dictionary<string, IOpenApiSchema>();
        if (required)
            (parent.Required ??= new HashSet<string>()).Add(path[0]);
        if (path.Length == 1)
        {
            parent.Properties[path[0]] = leaf;
            return;
        }

        if (!parent.Properties.TryGetValue(path[0], out var nested))
            parent.Properties[path[0]] = nested = new OpenApiSchema { Type = JsonSchemaType.Object };
        Add((OpenApiSchema)nested, path[1..], required, leaf);
    }

    private static OpenApiSchema ArrayOfOne(IOpenApiSchema item) => new() { Type = JsonSchemaType.Array, Items = item, MinItems = 1, MaxItems = 1 };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
