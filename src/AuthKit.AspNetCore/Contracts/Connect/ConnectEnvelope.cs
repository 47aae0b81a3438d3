using System.Text.Json.Serialization;
using AuthKit.Http;

namespace AuthKit.Contracts.Connect;

/// <summary>The envelope of <see cref="ConnectContract"/>. Its document prints two orders of the same members.</summary>
internal sealed class ConnectEnvelope : IEnvelopeFormatter
{
    private readonly bool _modelFirst;

    private ConnectEnvelope(bool modelFirst) => _modelFirst = modelFirst;

    public static ConnectEnvelope ModelFirst { get; } = new(modelFirst: true);

    public static ConnectEnvelope Alphabetical { get; } = new(modelFirst: false);

    public Type TypeOfFailure => typeof(ModelFirstReply<object>);

    public Type TypeOfFailureWith(Type detail) => typeof(ModelFirstReply<>).MakeGenericType(detail);

    public Type TypeOfSuccess(Type model) => (_modelFirst ? typeof(ModelFirstReply<>) : typeof(AlphabeticalReply<>)).MakeGenericType(model);

    public object Format(Reply reply)
    {
        var failed = reply.Failure is not null;
        string[] errors = failed ? reply.Errors.Count > 0 ? [.. reply.Errors.Select(error => error.Sentence)] : [reply.Message ?? ""] : [];
        string[] serverErrors = failed && reply.Status >= 500 ? errors : [];
        return _modelFirst
            ? new ModelFirstReply<object>(reply.Model, null, failed, errors, serverErrors)
            : new AlphabeticalReply<object>(errors, failed, null, reply.Model, serverErrors);
    }
}

internal sealed record ModelFirstReply<TModel>(
    [property: JsonPropertyName("model")] TModel? Model,
    [property: JsonPropertyName("message")] string? Message,
    [property: JsonPropertyName("hasError")] bool HasError,
    [property: JsonPropertyName("errorMessage")] IReadOnlyList<string> ErrorMessage,
    [property: JsonPropertyName("serverErrorMessage")] IReadOnlyList<string> ServerErrorMessage);

internal sealed record AlphabeticalReply<TModel>(
    [property: JsonPropertyName("errorMessage")] IReadOnlyList<string> ErrorMessage,
    [property: JsonPropertyName("hasError")] bool HasError,
    [property: JsonPropertyName("message")] string? Message,
    [property: JsonPropertyName("model")] TModel? Model,
    [property: JsonPropertyName("serverErrorMessage")] IReadOnlyList<string> ServerErrorMessage);
