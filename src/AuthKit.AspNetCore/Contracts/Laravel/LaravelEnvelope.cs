using System.Text.Json.Serialization;
using AuthKit.Http;

namespace AuthKit.Contracts.Laravel;

/// <summary>The envelope of <see cref="LaravelContract"/>. Errors are an object even when there are none; the code mirrors the status.</summary>
internal sealed class LaravelEnvelope : IEnvelopeFormatter
{
    private static readonly Dictionary<string, string[]> NoErrors = [];

    public Type TypeOfFailure => typeof(LaravelFailure);

    public Type TypeOfFailureWith(Type detail) => typeof(LaravelFailureWith<>).MakeGenericType(detail);

    public Type TypeOfSuccess(Type model) => typeof(LaravelSuccess<>).MakeGenericType(model);

    public object Format(Reply reply)
    {
        if (reply.Failure is null)
            return new LaravelSuccess<object>(reply.Model, reply.Message ?? "", NoErrors, reply.Status);
        var errors = reply.Errors
            .GroupBy(error => error.Field, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.Select(error => error.Sentence).ToArray(), StringComparer.Ordinal);
        // Where fields are at fault, they speak for themselves. Wrong credentials are nobody's field.
        var fieldsSpeak = errors.Count > 0 && !(reply.Failure.Fault == Fault.InvalidCredentials);
        return new LaravelFailure(reply.Status, reply.Failure.Detail, fieldsSpeak ? "" : reply.Message ?? "", fieldsSpeak ? errors : NoErrors);
    }
}

internal sealed record LaravelSuccess<TData>(
    [property: JsonPropertyName("data")] TData? Data,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("errors")] IReadOnlyDictionary<string, string[]> Errors,
    [property: JsonPropertyName("code")] int Code);

internal sealed record LaravelFailure(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("data")] object? Data,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("errors")] IReadOnlyDictionary<string, string[]> Errors);

/// <summary>A <see cref="LaravelFailure"/> that carries something, for API descriptions.</summary>
internal sealed record LaravelFailureWith<TData>(
    [property: JsonPropertyName("code")] int Code,
    [property: JsonPropertyName("data")] TData Data,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("errors")] IReadOnlyDictionary<string, string[]> Errors);
