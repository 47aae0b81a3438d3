using System.Net.Mime;
using AuthKit.Security;

namespace AuthKit.Http;

/// <summary>A row as an API description sees it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Body">The body's syntax; null where there is none.</param>
/// <param name="Fields">The fields that are read.</param>
/// <param name="Condition">The field and value that choose this row among those of its path, if any.</param>
/// <param name="Bearer">Whether an access token is read.</param>
/// <param name="TokenHeader">The header of the contract's own that may carry it.</param>
/// <param name="Status">The status of a success.</param>
/// <param name="Success">The type of a success's body; null where there is none.</param>
/// <param name="Failure">The type of a failure's body.</param>
public sealed record ContractRoute(
    string Method,
    BodySyntax? Body,
    IReadOnlyList<RequestField> Fields,
    RowCondition? Condition,
    bool Bearer,
    string? TokenHeader,
    int Status,
    Type? Success,
    Type Failure)
{
    /// <summary>What it does: the name of its flow's command.</summary>
    public required string Command { get; init; }

    /// <summary>The sentence that accompanies a success, if any.</summary>
    public string? Message { get; init; }

    /// <summary>Whether a client may prove who it is by <c>Authorization: Basic</c> (RFC 6749 §2.3.1).</summary>
    public bool ClientHeader { get; init; }

    /// <summary>Whether an initial access token is read (RFC 7591 §3).</summary>
    public bool InitialAccess { get; init; }

    /// <summary>The media type of a failure's body.</summary>
    /// <value>Default: <c>application/json</c>.</value>
    public string FailureMediaType { get; init; } = MediaTypeNames.Application.Json;

    /// <summary>The statuses that it can fail with, in ascending order.</summary>
    public IReadOnlyList<ContractFailure> Failures { get; init; } = [];

    /// <summary>The status of a success whose tokens are in a cookie and in no body, where the request may ask for that; null where it may not.</summary>
    public int? StatusWithCookie { get; init; }

    /// <summary>Whether the session's cookie may stand in for the access token.</summary>
    public bool TakesCookie { get; init; }

    /// <summary>How members are named that no document names.</summary>
    internal Spelling Spelling { get; init; } = Spelling.Default;

    /// <summary>How members of what a failure carries are named.</summary>
    internal Spelling DetailSpelling { get; init; } = Spelling.Default;

    internal static ContractRoute Of(Row row)
    {
        var shape = row.Describe();
        var asks = row is { SignsIn: true, CookieUse: CookieUse.OnRequest };
        var onlyCookie = row is { SignsIn: true, CookieUse: CookieUse.Always };
        var success = onlyCookie ? null : row.SuccessEnvelope!.TypeOfSuccess(row.ModelType);
        IReadOnlyList<RequestField> fields = asks ? [.. shape.Fields, new(ContractCookies.Parameter, Required: false, InQuery: true)] : shape.Fields;
        var failure = row.FailureEnvelope!.TypeOfFailure;
        return new(row.Method, row.Body, fields, row.Condition, shape.Bearer, shape.TokenHeader, onlyCookie ? row.StatusWithCookie : row.Status, success, failure)
        {
            Command = row.CommandType.Name,
            Message = row.Message,
            ClientHeader = shape.ClientHeader,
            InitialAccess = shape.InitialAccess,
            FailureMediaType = row.FailureEnvelope.FailureMediaType,
            StatusWithCookie = asks ? row.StatusWithCookie : null,
            TakesCookie = shape.Bearer && row.CookieUse is CookieUse.OnRequest or CookieUse.Always,
            Failures = ContractFailure.Of(row, shape),
            Spelling = row.Spelling ?? Spelling.Default,
            DetailSpelling = row.Spelling ?? row.DetailSpelling,
        };
    }
}
