using AuthKit.AuthorizationServer;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Tells the options what the contracts are called, and has the key ring make keys for what they sign with.</summary>
internal sealed class ContractOptions(ContractRegistry contracts) : IPostConfigureOptions<AuthKitOptions>
{
    public void PostConfigure(string? name, AuthKitOptions options)
    {
        Add(options.ContractNames, contracts.All.Select(contract => contract.Name));
        Add(options.Tokens.SigningAlgorithms, contracts.All.Select(contract => SecurityOffer.Of(options.OAuth.Profile).AlgorithmFor(contract.IdTokenAlgorithm)));
    }

    private static void Add(IList<string> to, IEnumerable<string> values)
    {
        foreach (var value in values.Except(to).ToList())
            to.Add(value);
    }
}
