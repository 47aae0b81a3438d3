using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Has the key ring make keys for what the contracts sign with.</summary>
internal sealed class ContractAlgorithms(ContractRegistry contracts) : IPostConfigureOptions<AuthKitOptions>
{
    public void PostConfigure(string? name, AuthKitOptions options)
    {
        foreach (var algorithm in contracts.All.Select(contract => contract.IdTokenAlgorithm).Except(options.Tokens.SigningAlgorithms).ToList())
            options.Tokens.SigningAlgorithms.Add(algorithm);
    }
}
