using System.Text.Json.Serialization;
using AuthKit.Http;

namespace AuthKit.Contracts.Tenant;

/// <summary>The envelope of <see cref="TenantContract"/>: none around a success.</summary>
internal sealed class TenantEnvelope : IEnvelopeFormatter
{
    public Type TypeOfFailure => typeof(TenantFailure);

    public Type TypeOfFailureWith(Type detail) => FailureWithDetail.TypeOf(TypeOfFailure, detail);

    public Type? TypeOfSuccess(Type model) => model == typeof(object) ? null : model;

    public object? Format(Reply reply) => reply.Failure is { } failure ? FailureWithDetail.Of(new TenantFailure(false, reply.Message ?? ""), failure.Detail) : reply.Model;
}

internal sealed record TenantFailure(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message);
