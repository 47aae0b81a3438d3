using AuthKit.AuthorizationServer;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Refuses to start with options that a contract cannot work with.</summary>
internal sealed class ContractValidator(ContractRegistry contracts) : IValidateOptions<AuthKitOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. Twins(), .. Bearers(options), .. contracts.All.SelectMany(contract => contract.Check(options).Select(error => $"contract '{contract.Name}': {error}"))];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    // FAPI 2.0 Security Profile §5.3.2.1: only sender-constrained access tokens.
    private IEnumerable<string> Bearers(AuthKitOptions options) => options.OAuth.Profile is not SecurityProfile.Fapi2 ? [] : contracts.All.Where(static contract => contract.GivesBearerTokens)
        .Select(static contract => $"contract '{contract.Name}' gives out bearer tokens, and OAuth.Profile Fapi2 wants all of them bound to a key: add OAuthContract alone.");

    private IEnumerable<string> Twins() => contracts.All.GroupBy(static contract => contract.Name).Where(static same => same.Count() > 1)
        .Select(static same => $"Contracts: {string.Join(" and ", same.Select(static contract => contract.GetType().Name))} are both named '{same.Key}'; give the host's own contract another name.");
}
