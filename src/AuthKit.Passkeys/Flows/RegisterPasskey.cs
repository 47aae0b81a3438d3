using System.Text.Json;
using AuthKit.Events;
using AuthKit.Features;
using AuthKit.Passkeys.Ceremonies;
using AuthKit.Passkeys.Events;
using AuthKit.Passkeys.Storage;

namespace AuthKit.Passkeys;

/// <summary>Adds a passkey to the caller's account.</summary>
/// <param name="AccessToken">The caller's access token: that of the session which asked for the challenge.</param>
/// <param name="Credential">What the authenticator made, as the browser's <c>toJSON()</c> writes it.</param>
/// <param name="Name">What its owner calls it; null for a name that says no more than that it is one.</param>
public sealed record RegisterPasskey(string? AccessToken, JsonElement? Credential, string? Name) : Command;

internal sealed class RegisterPasskeyFlow(IFeatureAccounts accounts, IAccountHandles handles, IChallenges challenges, Registrations registrations, RelyingParty party, IEvents events) : IFlow<RegisterPasskey, PasskeyDescription>
{
    public async Task<Outcome<PasskeyDescription>> RunAsync(RegisterPasskey command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, recentProof: true, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        var name = PasskeyNames.Of(command.Name);
        if (PasskeyNames.Check(name) is { } broken)
            return new Failure(Fault.Invalid, [broken]);
        if (command.Credential is null)
            return Failure.Of("credential", Rule.Required);
        if (!RegistrationReply.TryRead(command.Credential, party.Options.Attestation, out var reply)
            || await challenges.ConsumeAsync(reply.Challenge, PasskeyPurposes.Registration(account), cancellationToken) is null)
            return PasskeyFaults.NotRegistered;
        if ((await account.Records.PasskeysOfAsync(account.User, cancellationToken)).Count >= party.Options.MaxPerAccount)
            return PasskeyFaults.TooMany;
        var handle = await handles.OfAsync(account.Tenant, account.User.Id, cancellationToken);
        if (await registrations.JudgeAsync(reply, handle, account.User, name, cancellationToken) is not { } passkey
            || !await account.Records.AddPasskeyAsync(passkey, cancellationToken))
            return PasskeyFaults.NotRegistered;
        await events.RaiseAsync(context, new PasskeyAdded(passkey.Id) { UserId = account.User.Id, Tenant = account.Tenant, SessionId = account.Caller!.SessionId, ClientId = account.Caller.ClientId }, cancellationToken);
        return PasskeyDescription.Of(passkey);
    }
}

public static partial class PasskeyFlows
{
    /// <summary>Adds a passkey to the caller's account.</summary>
    public static Flow<RegisterPasskey, PasskeyDescription> Register { get; } = Flow<RegisterPasskey, PasskeyDescription>.Of<RegisterPasskeyFlow>(fails: [Fault.ProofRequired, PasskeyFaults.NotRegistered, PasskeyFaults.TooMany]);
}
