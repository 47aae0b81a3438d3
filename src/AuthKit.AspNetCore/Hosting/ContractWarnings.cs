namespace AuthKit.Hosting;

/// <summary>The options of contracts that are weaker than the default.</summary>
internal sealed class ContractWarnings(ContractRegistry contracts) : IStartupWarning
{
    public IEnumerable<string> Of(AuthKitOptions options) =>
        contracts.All.SelectMany(contract => contract.Warnings.Select(warning => $"contract '{contract.Name}': {warning}"));
}
