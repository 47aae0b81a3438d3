namespace AuthKit.Http;

/// <summary>Endpoint metadata: the routes that one path of a contract serves. API descriptions are made from it.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Path">The path, its prefix included.</param>
/// <param name="Routes">A route for each row.</param>
public sealed record ContractPath(string Contract, string Path, IReadOnlyList<ContractRoute> Routes);

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
    internal static ContractRoute Of(Row row)
    {
        var shape = row.Describe();
        var success = row.SuccessEnvelope!.TypeOfSuccess(row.ModelType);
        var failure = row.FailureEnvelope!.TypeOfFailure;
        return new(row.Method, row.Body, shape.Fields, row.Condition, shape.Bearer, shape.TokenHeader, row.Status, success, failure);
    }
}
