using AuthKit.Http;

namespace AuthKit.AuthorizationServer;

/// <summary>No envelope: what the standards say, and nothing else.</summary>
internal sealed class StandardEnvelope : IEnvelopeFormatter
{
    public static StandardEnvelope Instance { get; } = new();

    public Type TypeOfFailure => typeof(OAuthFailure);

    public Type TypeOfFailureWith(Type detail) => FailureWithDetail.TypeOf(TypeOfFailure, detail);

    public Type? TypeOfSuccess(Type model) => model == typeof(object) ? null : model;

    public object? Format(Reply reply) => reply.Failure is { } failure ? FailureWithDetail.Of(OAuthFailure.Of(failure, reply.Message ?? ""), failure.Detail) : reply.Model;
}
