using System.Text.Json;

namespace AuthKit.Http.Reading;

/// <summary>A JSON object's fields, those of nested objects under dotted names; names match in any case, and no field may come twice.</summary>
internal static class JsonBody
{
    private const int MaxDepth = 8;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static Dictionary<string, WireValue> Read(ReadOnlyMemory<byte> bytes, BodySyntax syntax)
    {
        var options = new JsonDocumentOptions
        {
            AllowTrailingCommas = syntax is BodySyntax.LenientJson or BodySyntax.JsonArray,
            AllowDuplicateProperties = false,
            MaxDepth = MaxDepth,
        };
        // RFC 8259 §8.1 lets it be passed over, and so does the framework's own reading of JSON.
        if (bytes.Span.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        try
        {
            using var document = JsonDocument.Parse(bytes, options);
            var fields = new Dictionary<string, WireValue>(StringComparer.OrdinalIgnoreCase);
            Flatten(Root(document.RootElement, syntax), "", fields);
            return fields;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is what lone surrogates in a string raise.
            throw new UnreadableException(Fault.Malformed);
        }
    }

    private static JsonElement Root(JsonElement element, BodySyntax syntax)
    {
        if (syntax is BodySyntax.JsonArray && element.ValueKind is JsonValueKind.Array && element.GetArrayLength() == 1)
            element = element[0];
        return element.ValueKind is JsonValueKind.Object ? element : throw new UnreadableException(Fault.Malformed);
    }

    private static void Flatten(JsonElement element, string prefix, Dictionary<string, WireValue> fields)
    {
        foreach (var property in element.EnumerateObject())
        {
            var name = prefix + property.Name;
            if (property.Value.ValueKind is JsonValueKind.Object)
                Flatten(property.Value, $"{name}.", fields);
            if (!fields.TryAdd(name, Value(property.Value)))
                throw new UnreadableException(Fault.Malformed);
        }
    }

    private static WireValue Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => WireValue.Of(element.GetString()),
        JsonValueKind.Null => WireValue.Of(null),
        _ => WireValue.NotText(element.GetRawText()),
    };
}
