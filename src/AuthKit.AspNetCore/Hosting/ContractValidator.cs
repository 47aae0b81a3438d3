using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Refuses to start with options that a contract cannot work with.</summary>
internal sealed class ContractValidator(ContractRegistry contracts) : IValidateOptions<AuthKitOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. contracts.All.SelectMany(contract => contract.Check(options).Select(error => $"contract '{contract.Name}': {error}"))];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
