using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Refuses to start with options that a contract cannot work with.</summary>
internal sealed class ContractValidator(ContractRegistry contracts) : IValidateOptions<AuthKitOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. Twins(), .. contracts.All.SelectMany(contract => contract.Check(options).Select(error => $"contract '{contract.Name}': {error}"))];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Twins() => contracts.All.GroupBy(static contract => contract.Name).Where(static same => same.Count() > 1)
        .Select(static same => $"Contracts: {string.Join(" and ", same.Select(static contract => contract.GetType().Name))} are both named '{same.Key}'; give the host's own contract another name.");
}
