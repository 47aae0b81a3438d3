using System.Text.Json;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.SignIns;
using AuthKit.Tokens;

namespace AuthKit.Passkeys;

/// <summary>Signs in with a passkey alone. With user verification it is two factors; without, an account with a second factor is asked for that.</summary>
/// <param name="Credential">What the authenticator answered, as the browser's <c>toJSON()</c> writes it.</param>
/// <param name="Scope">The scope asked for, values separated by spaces; by default a session that can be refreshed.</param>
/// <param name="Client">The client, where the contract has clients present themselves: the one that asked for the challenge.</param>
public sealed record SignInWithPasskey(JsonElement? Credential, string? Scope = Scopes.OfflineAccess, ClientCredentials? Client = null) : Command;

internal sealed class SignInWithPasskeyFlow(PasskeySignIns passkeys, ISignIns signIns) : IFlow<SignInWithPasskey, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(SignInWithPasskey command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await signIns.AuthenticateAsync(command.Client, context, cancellationToken)).Succeeded(out var client, out var refused))
            return refused;
        if (!(await passkeys.RecogniseAsync(command.Credential, command.Client?.Id, context, cancellationToken)).Succeeded(out var owner, out var failure))
            return failure;
        await using var account = owner.Account;
        var proved = new ProvedSignIn(account.Account, owner.Methods) { Scope = command.Scope ?? "", Factor = PasskeyFactor.Name };
        return await signIns.SignInAsync(proved, client, context, cancellationToken);
    }
}

public static partial class PasskeyFlows
{
    /// <summary>Signs in with a passkey alone.</summary>
    public static Flow<SignInWithPasskey, TokenPair> SignIn { get; } = Flow<SignInWithPasskey, TokenPair>.Of<SignInWithPasskeyFlow>(takesCredentials: true, fails: [PasskeyFaults.NotAccepted, Fault.EmailNotConfirmed, Fault.AccountDisabled, Fault.SecondFactorRequired]);
}
