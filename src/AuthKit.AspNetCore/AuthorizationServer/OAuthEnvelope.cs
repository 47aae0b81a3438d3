using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AuthKit.Http;

namespace AuthKit.AuthorizationServer;

/// <summary>Document 003's envelope: <c>status</c>, and <c>message</c> where there is one, before what the standards say.</summary>
internal sealed class OAuthEnvelope : IEnvelopeFormatter
{
    public Type TypeOfFailure => typeof(DocumentedFailure);

    public Type TypeOfSuccess(Type model) => model;

    public object Dress(Reply reply)
    {
        if (reply.Failure is { } failure)
            return new DocumentedFailure("ERROR", reply.Message ?? "", OAuthFailure.Code(failure.Fault), reply.Message);
        var dressed = new JsonObject { ["status"] = "SUCCESS" };
        if (reply.Message is { } message)
            dressed["message"] = message;
        foreach (var (name, value) in reply.Model is null ? [] : JsonSerializer.SerializeToNode(reply.Model)!.AsObject())
            dressed[name] = value?.DeepClone();
        return dressed;
    }
}

internal sealed record DocumentedFailure(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string? ErrorDescription);
