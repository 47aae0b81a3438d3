using System.Text.Json.Serialization;
using AuthKit.Http;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Contracts.MessageCode;

/// <summary>The envelope of <see cref="MessageCodeContract"/>, with its message codes.</summary>
internal sealed class MessageCodeEnvelope : IEnvelopeFormatter
{
    private const int Success = 200;
    private const int Error = 2;
    private const int ExceptionMessage = 191;

    public Type TypeOfFailure => typeof(MessageCodeReply<object>);

    public Type TypeOfFailureWith(Type detail) => typeof(MessageCodeReply<>).MakeGenericType(detail);

    public Type TypeOfSuccess(Type model) => typeof(MessageCodeReply<>).MakeGenericType(model);

    public object Format(Reply reply) => new MessageCodeReply<object>(reply.Model, reply.Message, Code(reply));

    private static int Code(Reply reply) => reply switch
    {
        { Failure: null } => Success,
        { Status: >= StatusCodes.Status500InternalServerError } => ExceptionMessage,
        _ => Error,
    };
}

internal sealed record MessageCodeReply<TContent>(
    [property: JsonPropertyName("Content")] TContent? Content,
    [property: JsonPropertyName("Message")] string? Message,
    [property: JsonPropertyName("MessageCode")] int MessageCode);
