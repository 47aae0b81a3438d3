using System.Text.Json.Serialization;
using AuthKit.Http;

namespace AuthKit.AuthorizationServer;

/// <summary>The envelope of <see cref="OAuthContract"/>: <c>status</c>, and <c>message</c> where there is one, before what the standards say.</summary>
internal sealed class OAuthEnvelope : IEnvelopeFormatter
{
    public Type TypeOfFailure => typeof(DocumentedFailure);

    public Type TypeOfFailureWith(Type detail) => FailureWithDetail.TypeOf(TypeOfFailure, detail);

    public Type TypeOfSuccess(Type model) => typeof(DocumentedReply<>).MakeGenericType(model);

    public object Format(Reply reply) => reply.Failure is { } failure
        ? FailureWithDetail.Of(new DocumentedFailure("ERROR", reply.Message ?? "", failure.Fault.OAuthError, reply.Message), failure.Detail)
        : new DocumentedSuccess(reply.Message, reply.Model);
}

internal sealed record DocumentedFailure(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string? ErrorDescription);
