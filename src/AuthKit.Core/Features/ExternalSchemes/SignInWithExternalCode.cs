using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>
/// Signs in with a code that the browser brought back from another provider. An account that has the provider's address already opens as
/// <see cref="LoginExternal"/> says.
/// </summary>
/// <param name="Code">The code.</param>
/// <param name="CodeVerifier">What fits the challenge that the sign-in began with.</param>
/// <param name="Scope">The scope asked for, values separated by spaces; by default a session that can be refreshed.</param>
/// <param name="Client">The client, where the contract has clients present themselves; it has to be the host's own.</param>
public sealed record SignInWithExternalCode(string? Code, string? CodeVerifier, string? Scope = Scopes.OfflineAccess, ClientCredentials? Client = null) : Command;

internal sealed class SignInWithExternalCodeFlow(ISignIns signIns, ExternalCodes codes, ExternalSignIns external) : IFlow<SignInWithExternalCode, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(SignInWithExternalCode command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await signIns.AuthenticateAsync(command.Client, context, cancellationToken)).Succeeded(out var client, out var refused))
            return refused;
        if (!(await codes.RedeemAsync(command.Code, command.CodeVerifier, context, cancellationToken)).Succeeded(out var identity, out refused))
            return refused;
        if (!(await external.ProveAsync(identity, context, cancellationToken)).Succeeded(out var proved, out refused))
            return refused;
        await using var account = proved.Account;
        return await signIns.SignInAsync(proved with { Scope = Scopes.Grant(command.Scope) }, client, context, cancellationToken);
    }
}

public static partial class ExternalSchemeFlows
{
    /// <summary>Signs in with a code that the browser brought back from another provider.</summary>
    public static Flow<SignInWithExternalCode, TokenPair> SignIn { get; } = Flow<SignInWithExternalCode, TokenPair>.Of<SignInWithExternalCodeFlow>(
        takesCredentials: true, fails: [Fault.InvalidGrant, Fault.LinkRequired, Fault.EmailNotConfirmed, Fault.AccountDisabled, ExternalSchemeFaults.AddressMissing, Fault.SecondFactorRequired]);
}
