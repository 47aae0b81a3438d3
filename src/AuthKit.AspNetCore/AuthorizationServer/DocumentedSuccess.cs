using System.Text.Json;
using System.Text.Json.Serialization;
using AuthKit.Http;

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
                JsonMembers.Write(writer, model, options);
            writer.WriteEndObject();
        }
    }
}
