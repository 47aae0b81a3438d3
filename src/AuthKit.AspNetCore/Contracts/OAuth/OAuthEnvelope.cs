using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.Http;

namespace AuthKit.Contracts.OAuth;

/// <summary>Document 003's envelope: <c>status</c> before the members of the model.</summary>
internal sealed class OAuthEnvelope : IEnvelopeFormatter
{
    public Type TypeOfFailure => typeof(OAuthFailure);

    public Type TypeOfSuccess(Type model) => model;

    public object Dress(Reply reply)
    {
        var dressed = new JsonObject { ["status"] = reply.Failure is null ? "SUCCESS" : "ERROR" };
        if (reply.Message is { } message)
            dressed["message"] = message;
        if (reply.Model is not null && JsonSerializer.SerializeToNode(reply.Model) is JsonObject model)
        {
            foreach (var (name, value) in model)
                dressed[name] = value?.DeepClone();
        }

        return dressed;
    }
}
