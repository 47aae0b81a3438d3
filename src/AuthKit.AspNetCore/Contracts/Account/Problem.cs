using System.Text.Json.Serialization;
using AuthKit.Http;

namespace AuthKit.Contracts.Account;

/// <summary>What went wrong (RFC 9457 §3.1). The members are those of ASP.NET Core's <c>ValidationProblemDetails</c>.</summary>
/// <param name="Type">What programs tell problems apart by.</param>
/// <param name="Title">The same in words, and the same each time.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="Errors">The fields at fault, and sentences for each.</param>
internal sealed record Problem(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("detail")] string Detail,
    [property: JsonPropertyName("errors"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors)
{
    private const string TypePrefix = "urn:authkit:problem:";

    public static Problem Of(Failure failure, Reply reply) =>
        new(TypeOf(failure.Fault), TitleOf(failure.Fault), reply.Status, reply.Message ?? "", ErrorsOf(failure, reply));

    /// <summary>The problem's type: the fault's own name, also where another stands in for it.</summary>
    public static string TypeOf(Fault fault) => TypePrefix + fault.Code.Replace('_', '-');

    private static string TitleOf(Fault fault) => char.ToUpperInvariant(fault.Code[0]) + fault.Code[1..].Replace('_', ' ');

    // Wrong credentials are nobody's field.
    private static Dictionary<string, string[]>? ErrorsOf(Failure failure, Reply reply) => reply.Errors.Count == 0 || failure.Fault == Fault.InvalidCredentials
        ? null
        : reply.Errors
            .GroupBy(error => error.Field, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.Select(error => error.Sentence).ToArray(), StringComparer.Ordinal);
}
