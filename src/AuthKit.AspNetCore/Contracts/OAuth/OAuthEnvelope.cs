using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.Http;

namespace AuthKit.Contracts.OAuth;

/// <summary>Document 003's envelope: <c>status</c>, and <c>message</c> where there is one, before what the standards say.</summary>
internal sealed class OAuthEnvelope : IEnvelopeFormatter
{
    public Type TypeOfFailure => typeof(OAuthFailure);

    public Type TypeOfSuccess(Type model) => model;

    public object Dress(Reply reply)
    {
        var dressed = new JsonObject { ["status"] = reply.Failure is null ? "SUCCESS" : "ERROR" };
        if (reply.Message is { } message)
            dressed["message"] = message;
        var standard = StandardEnvelope.Instance.Dress(reply);
        foreach (var (name, value) in standard is null ? [] : JsonSerializer.SerializeToNode(standard)!.AsObject())
            dressed[name] = value?.DeepClone();
        return dressed;
    }
}
