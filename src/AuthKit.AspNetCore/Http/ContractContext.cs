using AuthKit.AuthorizationServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Http;

/// <summary>What a contract's endpoints tell flows beside the command.</summary>
internal static class ContractContext
{
    public static FlowContext Of(Contract contract, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<AuthKitOptions>>().Value;
        return new()
        {
            ClientId = contract.Name,
            PasswordRules = options.Passwords.UseDocumentedRules ? contract.DocumentedPasswordRules : null,
            IdTokenAlgorithm = SecurityOffer.Of(options.OAuth.Profile).AlgorithmFor(contract.IdTokenAlgorithm),
        };
    }
}
