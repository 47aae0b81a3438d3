using AuthKit.Http;

namespace AuthKit.Contracts.Account;

/// <summary>The envelope of <see cref="AccountContract"/>: none around a success, problem details for a failure (RFC 9457).</summary>
internal sealed class AccountEnvelope : IEnvelopeFormatter
{
    public string FailureMediaType => "application/problem+json";

    public Type TypeOfFailure => typeof(Problem);

    public Type TypeOfFailureWith(Type detail) => FailureWithDetail.TypeOf(TypeOfFailure, detail);

    public Type? TypeOfSuccess(Type model) => model == typeof(object) ? null : model;

    public object? Format(Reply reply) => reply.Failure is { } failure ? FailureWithDetail.Of(Problem.Of(failure, reply), failure.Detail) : reply.Model;
}
