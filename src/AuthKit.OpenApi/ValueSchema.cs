using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Microsoft.OpenApi;

namespace AuthKit.OpenApi;

/// <summary>The schema of a text, a number and the like, as the serializer says it.</summary>
internal static class ValueSchema
{
    public static OpenApiSchema Of(Type type, JsonSerializerOptions json)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        var schema = new OpenApiSchema { Format = FormatOf(value) };
        if (json.GetJsonSchemaAsNode(value, new() { TreatNullObliviousAsNonNullable = true }) is not JsonObject exported)
            return schema;
        if (exported["enum"] is JsonArray values)
            schema.Enum = [.. values.OfType<JsonNode>().Select(each => each.DeepClone())];
        if (exported["type"] is JsonValue name)
            schema.Type = TypeNamed((string)name!);
        schema.Format ??= (string?)exported["format"];
        return schema;
    }

    private static string? FormatOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => "int32",
        TypeCode.Int64 => "int64",
        TypeCode.Double => "double",
        _ => null,
    };

    private static JsonSchemaType? TypeNamed(string name) => name switch
    {
        "string" => JsonSchemaType.String,
        "integer" => JsonSchemaType.Integer,
        "number" => JsonSchemaType.Number,
        "boolean" => JsonSchemaType.Boolean,
        "array" => JsonSchemaType.Array,
        "object" => JsonSchemaType.Object,
        _ => null,
    };
}
