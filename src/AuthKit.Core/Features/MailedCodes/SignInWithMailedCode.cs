using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;

namespace AuthKit.Features.MailedCodes;

/// <summary>Signs in with a mailed code.</summary>
/// <param name="Challenge">What whoever asked for the code was answered with.</param>
/// <param name="Code">The code, as it was typed or came with the link.</param>
/// <param name="Scope">The scope asked for, values separated by spaces; by default a session that can be refreshed.</param>
/// <param name="Client">The client, where the contract has clients present themselves; it has to be the host's own.</param>
public sealed record SignInWithMailedCode(string? Challenge, string? Code, string? Scope = Scopes.OfflineAccess, ClientCredentials? Client = null) : Command;

internal sealed class SignInWithMailedCodeFlow(ISignIns signIns, MailedCodeRedemption redemption) : IFlow<SignInWithMailedCode, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(SignInWithMailedCode command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await signIns.AuthenticateAsync(command.Client, context, cancellationToken)).Succeeded(out var client, out var refused))
            return refused;
        if (!(await redemption.RedeemAsync(command.Challenge, command.Code, context, cancellationToken)).Succeeded(out var proved, out var failure))
            return failure;
        await using var account = proved.Account;
        return await signIns.SignInAsync(proved with { Scope = Scopes.Grant(command.Scope) }, client, context, cancellationToken);
    }
}

public static partial class MailedCodeFlows
{
    /// <summary>Signs in with a mailed code.</summary>
    public static Flow<SignInWithMailedCode, TokenPair> SignIn { get; } =
        Flow<SignInWithMailedCode, TokenPair>.Of<SignInWithMailedCodeFlow>(takesCredentials: true, fails: [MailedCodeFaults.InvalidCode, Fault.AccountDisabled, Fault.SecondFactorRequired]);
}
