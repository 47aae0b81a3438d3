using AuthKit.Features;
using AuthKit.Passkeys.Ceremonies;
using AuthKit.Passkeys.Storage;
using Fido2NetLib;

namespace AuthKit.Passkeys;

/// <summary>Asks for a challenge to make a passkey with, for the caller's account.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record BeginPasskeyRegistration(string? AccessToken) : Command;

internal sealed class BeginPasskeyRegistrationFlow(IFeatureAccounts accounts, IAccountHandles handles, IChallenges challenges, RelyingParty party) : IFlow<BeginPasskeyRegistration, PasskeyPrompt>
{
    public async Task<Outcome<PasskeyPrompt>> RunAsync(BeginPasskeyRegistration command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, recentProof: true, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        var existing = await account.Records.PasskeysOfAsync(account.User, cancellationToken);
        if (existing.Count >= party.Options.MaxPerAccount)
            return PasskeyFaults.TooMany;
        var handle = await handles.OfAsync(account.Tenant, account.User.Id, cancellationToken);
        var challenge = await challenges.IssueAsync(PasskeyPurposes.Registration(account), party.Options.ChallengeLifetime, data: null, cancellationToken);
        var user = new Fido2User { Id = handle, Name = account.User.UserName ?? account.User.Email, DisplayName = account.User.Profile.Name ?? account.User.UserName ?? account.User.Email };
        return PasskeyPrompt.Of(party.Creating(challenge, user, existing).ToJson());
    }
}

public static partial class PasskeyFlows
{
    /// <summary>Asks for a challenge to make a passkey with.</summary>
    public static Flow<BeginPasskeyRegistration, PasskeyPrompt> BeginRegistration { get; } = Flow<BeginPasskeyRegistration, PasskeyPrompt>.Of<BeginPasskeyRegistrationFlow>(keepsRequests: true, fails: [Fault.ProofRequired, PasskeyFaults.TooMany]);
}
