using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AuthKit.Http;

/// <summary>Writes a model's members among those of another object rather than below one of them.</summary>
internal static class JsonMembers
{
    public static void Write(Utf8JsonWriter writer, object model, JsonSerializerOptions options)
    {
        var type = options.GetTypeInfo(model.GetType());
        if (type.Kind is JsonTypeInfoKind.Object)
        {
            foreach (var property in type.Properties)
                WriteMember(writer, model, property, options);
            return;
        }

        // A dictionary, or JSON that a host's row has made itself.
        foreach (var (name, member) in JsonSerializer.SerializeToNode(model, type)!.AsObject())
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, member, options);
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, object model, JsonPropertyInfo property, JsonSerializerOptions options)
    {
        if (property.Get is not { } get)
            return;
        var value = get(model);
        if (property.ShouldSerialize?.Invoke(model, value) == false)
            return;
        writer.WritePropertyName(property.Name);
        JsonSerializer.Serialize(writer, value, property.PropertyType, options);
    }
}
