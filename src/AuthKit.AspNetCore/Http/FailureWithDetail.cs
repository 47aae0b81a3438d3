using System.Text.Json;
using System.Text.Json.Serialization;

namespace AuthKit.Http;

/// <summary>What <see cref="FailureWithDetail"/> writes, for API descriptions.</summary>
internal sealed record DetailedFailure<TFailure, TDetail>([property: Beside] TFailure Failure, [property: Beside] TDetail Detail);

/// <summary>A failure of a flat envelope, and beside its own members what the caller needs to go on (<see cref="AuthKit.Failure.Detail"/>).</summary>
[JsonConverter(typeof(Converter))]
internal sealed record FailureWithDetail(object Failure, object Detail)
{
    /// <summary>The failure alone where there is no more to say.</summary>
    public static object Of(object failure, object? detail) => detail is null ? failure : new FailureWithDetail(failure, detail);

    /// <summary>What it is described as.</summary>
    public static Type TypeOf(Type failure, Type detail) => typeof(DetailedFailure<,>).MakeGenericType(failure, detail);

    internal sealed class Converter : JsonConverter<FailureWithDetail>
    {
        public override FailureWithDetail Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, FailureWithDetail value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            JsonMembers.Write(writer, value.Failure, options);
            JsonMembers.Write(writer, value.Detail, options);
            writer.WriteEndObject();
        }
    }
}
