using AuthKit.Http;

namespace AuthKit.Contracts.OAuth;

/// <summary>No envelope: what the RFCs say, and nothing else.</summary>
internal sealed class StandardEnvelope : IEnvelopeFormatter
{
    public Type TypeOfFailure => typeof(OAuthFailure);

    public Type? TypeOfSuccess(Type model) => model == typeof(object) ? null : model;

    public object? Dress(Reply reply) => reply.Model;
}
