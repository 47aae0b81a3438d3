using AuthKit.Http;

namespace AuthKit.Docs.Tests.Extending;

public sealed class PlainEnvelope : IEnvelopeFormatter
{
    public Type TypeOfFailure => typeof(Failed);

    public Type TypeOfSuccess(Type model) => typeof(Succeeded<>).MakeGenericType(model);

    public object Format(Reply reply) => reply.Failure is null
        ? new Succeeded<object>(true, reply.Model)
        : new Failed(false, reply.Message, [.. reply.Errors.Select(error => error.Sentence)]);

    internal sealed record Succeeded<TResult>(bool Ok, TResult? Result);

    internal sealed record Failed(bool Ok, string? Error, string[] Details);
}
