using System.Net.Mime;

namespace AuthKit.Http;

/// <summary>Formats replies: the shape that all of a contract's answers have in common.</summary>
public interface IEnvelopeFormatter
{
    /// <summary>The object to be written as JSON in the order of its members; null for an answer without a body.</summary>
    object? Format(Reply reply);

    /// <summary>The type of what <see cref="Format"/> makes of a success with a model of this type; null where it has no body. For API descriptions.</summary>
    Type? TypeOfSuccess(Type model);

    /// <summary>The type of what <see cref="Format"/> makes of a failure. For API descriptions.</summary>
    Type TypeOfFailure { get; }

    /// <summary>The type of what <see cref="Format"/> makes of a failure that carries a detail of this type (<see cref="Failure.Detail"/>). For API descriptions.</summary>
    /// <value>Default: <see cref="TypeOfFailure"/>.</value>
    Type TypeOfFailureWith(Type detail) => TypeOfFailure;

    /// <summary>The media type of a failure's body; that of a success is <c>application/json</c>.</summary>
    /// <value>Default: <c>application/json</c>.</value>
    string FailureMediaType => MediaTypeNames.Application.Json;
}
