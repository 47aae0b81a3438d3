using System.Text.Json.Nodes;
using AuthKit.Http;
using Microsoft.OpenApi;

namespace AuthKit.OpenApi;

/// <summary>The bodies that routes read, named among the document's components.</summary>
internal sealed class RequestBodies(OpenApiDocument document)
{
    /// <summary>The body of routes that share a method and path; where a field chooses among them, a model for each command.</summary>
    public OpenApiRequestBody? Of(ContractPath path, IReadOnlyList<ContractRoute> routes, IDictionary<string, IOpenApiExample>? examples)
    {
        if (routes[0].Body is not { } syntax || routes.All(route => route.Fields.All(field => !field.InBody)))
            return null;
        return new()
        {
            Required = routes.Any(route => route.Condition is not null || route.Fields.Any(field => field is { InBody: true, Required: true })),
            Content = MediaTypes(syntax).ToDictionary(
                type => type.Name,
                type => new OpenApiMediaType { Schema = Schema(path, routes, syntax, type), Examples = type.IsDocumented ? examples : null }),
        };
    }

    private static IEnumerable<MediaType> MediaTypes(BodySyntax syntax) => syntax switch
    {
        BodySyntax.Form => [MediaType.Form],
        BodySyntax.FormOrJson => [MediaType.Form, MediaType.Json with { IsDocumented = false }],
        _ => [MediaType.Json],
    };

    private IOpenApiSchema Schema(ContractPath path, IReadOnlyList<ContractRoute> routes, BodySyntax syntax, MediaType media)
    {
        var models = routes.GroupBy(route => route.Command).Select(command => Model(path, [.. command], media, routes)).ToList();
        var schema = models.Count == 1 ? models[0].Reference : (IOpenApiSchema)new OpenApiSchema
        {
            OneOf = [.. models.Select(model => model.Reference)],
            Discriminator = new()
            {
                PropertyName = routes[0].Condition!.Field,
                Mapping = models.SelectMany(model => model.Values.Select(value => (value, model.Reference))).ToDictionary(each => each.value, each => each.Reference),
            },
        };
        return syntax is BodySyntax.JsonArray ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema, MinItems = 1, MaxItems = 1 } : schema;
    }

    private (OpenApiSchemaReference Reference, string[] Values) Model(ContractPath path, IReadOnlyList<ContractRoute> routes, MediaType media, IReadOnlyList<ContractRoute> siblings)
    {
        var command = siblings.Any(sibling => sibling.Command != routes[0].Command) ? routes[0].Command : "";
        var name = $"{OperationName.OfModels(path, routes[0].Method)}{command}{(media.IsDocumented ? "Request" : "Json")}";
        string[] values = [.. routes.Select(route => route.Condition?.Value).OfType<string>()];
        document.AddComponent(name, Fields(routes[0], values, media));
        return (new(name, document), values);
    }

    private static OpenApiSchema Fields(ContractRoute route, string[] conditions, MediaType media)
    {
        var root = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>() };
        if (route.Condition is { } condition)
            Add(root, [condition.Field], required: true, new() { Type = JsonSchemaType.String, Enum = [.. conditions.Select(value => JsonValue.Create(value))] });
        foreach (var field in route.Fields.Where(field => field.InBody))
        {
            if (Value(field.Kind, media) is { } value)
                Add(root, field.Name.Split('.'), field.Required, value);
        }

        return root;
    }

    // A form has texts alone.
    private static OpenApiSchema? Value(FieldKind kind, MediaType media) => kind switch
    {
        FieldKind.Repeated => new() { Type = JsonSchemaType.Array, Items = Text() },
        FieldKind.List when media.IsJson => new() { Type = JsonSchemaType.Array, Items = Text() },
        FieldKind.List => new() { Type = JsonSchemaType.String, Description = "Values separated by spaces." },
        FieldKind.Object => media.IsJson ? new() { Type = JsonSchemaType.Object } : null,
        FieldKind.Flag when media.IsJson => new() { Type = JsonSchemaType.Boolean },
        FieldKind.Number when media.IsJson => new() { Type = JsonSchemaType.Integer },
        _ => Text(),
    };

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

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    /// <param name="Name">The media type.</param>
    /// <param name="IsJson">Whether it has lists and objects.</param>
    /// <param name="IsDocumented">Whether the contract's document prints it, rather than that it is read as well.</param>
    private sealed record MediaType(string Name, bool IsJson, bool IsDocumented)
    {
        public static MediaType Json { get; } = new("application/json", IsJson: true, IsDocumented: true);

        public static MediaType Form { get; } = new("application/x-www-form-urlencoded", IsJson: false, IsDocumented: true);
    }
}
