namespace AuthKit.Http;

/// <summary>Endpoint metadata: the routes that one path of a contract serves. API descriptions are made from it.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Path">The path, its prefix included.</param>
/// <param name="Routes">A route for each row.</param>
public sealed record ContractPath(string Contract, string Path, IReadOnlyList<ContractRoute> Routes)
{
    /// <summary>The path below the contract's prefix, which stays where a host moves the contract elsewhere.</summary>
    public string RelativePath { get; init; } = Path;

    /// <summary>What names of models and operations begin with: the contract's class without <c>Contract</c>.</summary>
    public string Label { get; init; } = Contract;

    internal static ContractPath Of(Contract contract, string relativePath, IEnumerable<Row> rows) =>
        new(contract.Name, contract.PathOf(relativePath), [.. rows.Select(ContractRoute.Of)])
        {
            RelativePath = relativePath.TrimStart('~'),
            Label = contract.GetType().Name.Replace("Contract", "", StringComparison.Ordinal),
        };
}
