using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using AuthKit.Http;
using Microsoft.OpenApi;

namespace AuthKit.OpenApi;

/// <summary>
/// The schemas of what contracts write, each type named once among the document's components. They are made from what the
/// serializer itself is going to do, so they say what is on the wire whatever JSON options the host has for its own endpoints.
/// </summary>
internal sealed class ModelSchemas(OpenApiDocument document)
{
    private static readonly ConcurrentDictionary<NameStyle, JsonSerializerOptions> Described = new();

    private readonly Dictionary<string, Type> _named = [];

    /// <param name="type">What is written.</param>
    /// <param name="label">What the names of its models begin with.</param>
    /// <param name="spelling">How its members are named; as ASP.NET Core names them unless said otherwise.</param>
    public IOpenApiSchema Of(Type type, string label, Spelling? spelling = null) => Of(type, label, JsonOf((spelling ?? Spelling.Default).Members));

    private IOpenApiSchema Of(Type type, string label, JsonSerializerOptions json)
    {
        if (type == typeof(JsonObject))
            return new OpenApiSchema { Type = JsonSchemaType.Object };
        if (type == typeof(object) || type == typeof(JsonElement) || type == typeof(JsonNode))
            return new OpenApiSchema();
        var info = json.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => Named(info, label, json),
            JsonTypeInfoKind.Enumerable => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(info.ElementType!, label, json) },
            JsonTypeInfoKind.Dictionary => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Of(info.ElementType!, label, json) },
            _ => ValueSchema.Of(type, json),
        };
    }

    // What the serializer is going to do, by reflection, which says more of a member than generated code does.
    private static JsonSerializerOptions JsonOf(NameStyle members) =>
        Described.GetOrAdd(members, static style => new(style.Json()) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    private OpenApiSchemaReference Named(JsonTypeInfo info, string label, JsonSerializerOptions json)
    {
        var name = NameOf(info.Type, label);
        for (var other = 2; _named.TryGetValue(name, out var known) && known != info.Type; other++)
            name = NameOf(info.Type, label) + other;
        if (_named.TryAdd(name, info.Type))
        {
            var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>(), Required = new HashSet<string>() };
            document.AddComponent(name, schema);
            AddMembers(schema, info, label, json);
        }

        return new(name, document);
    }

    private void AddMembers(OpenApiSchema schema, JsonTypeInfo info, string label, JsonSerializerOptions json)
    {
        foreach (var member in info.Properties.Where(member => member.Get is not null))
        {
            if (Attribute<BesideAttribute>(member) is not null)
            {
                if (member.PropertyType != typeof(object))
                    AddMembers(schema, json.GetTypeInfo(member.PropertyType), label, json);
                continue;
            }

            var described = Attribute<DescribedAsAttribute>(member);
            var writesNull = member.ShouldSerialize is null;
            var value = described is not null ? AnyOf([.. described.Types.Select(type => Of(type, label, json))]) : Of(member.PropertyType, label, json);
            schema.Properties![member.Name] = writesNull && IsNullable(member) ? OrNull(value) : value;
            if (writesNull && described?.Optional != true)
                schema.Required!.Add(member.Name);
        }
    }

    /// <summary>Whichever of these; a value may well fit several.</summary>
    public static IOpenApiSchema AnyOf(IReadOnlyList<IOpenApiSchema> schemas) => schemas.Count == 1 ? schemas[0] : new OpenApiSchema { AnyOf = [.. schemas] };

    // A success has its model: where that is the type parameter, no null stands in its place.
    private static bool IsNullable(JsonPropertyInfo member) =>
        member.IsGetNullable
        && (member.AttributeProvider is not PropertyInfo { DeclaringType: { IsGenericType: true } declaring } property
            || declaring.GetGenericTypeDefinition().GetProperty(property.Name)?.PropertyType.IsGenericParameter != true);

    private static IOpenApiSchema OrNull(IOpenApiSchema schema)
    {
        switch (schema)
        {
            case OpenApiSchema { Type: { } type } known:
                known.Type = type | JsonSchemaType.Null;
                return known;
            case OpenApiSchemaReference:
                return new OpenApiSchema { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] };
            default:
                return schema;
        }
    }

    private static string NameOf(Type type, string label)
    {
        var name = Simple(type);
        return name.StartsWith(label, StringComparison.OrdinalIgnoreCase) ? name : label + name;
    }

    private static string Simple(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}Of{string.Join("And", type.GetGenericArguments().Select(Simple))}" : type.Name.Replace("[]", "s", StringComparison.Ordinal);

    private static TAttribute? Attribute<TAttribute>(JsonPropertyInfo member) where TAttribute : Attribute =>
        (TAttribute?)member.AttributeProvider?.GetCustomAttributes(typeof(TAttribute), inherit: false).FirstOrDefault();
}
