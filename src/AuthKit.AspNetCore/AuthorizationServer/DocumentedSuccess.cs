using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AuthKit.AuthorizationServer;

/// <summary>A success as the contract documents it: its own members, then the model's beside them rather than below one.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record DocumentedSuccess(string? Message, object? Model)
{
    internal sealed class Converter : JsonConverter<DocumentedSuccess>
    {
        public override DocumentedSuccess Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DocumentedSuccess value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("status", "SUCCESS");
            if (value.Message is { } message)
                writer.WriteString("message", message);
            if (value.Model is { } model)
                WriteMembers(writer, model, options);
            writer.WriteEndObject();
        }

        private static void WriteMembers(Utf8JsonWriter writer, object model, JsonSerializerOptions options)
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
}
