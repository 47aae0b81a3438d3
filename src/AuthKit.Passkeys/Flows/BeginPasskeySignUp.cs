using AuthKit.Features;
using AuthKit.Passkeys.Ceremonies;
using AuthKit.Users;
using Fido2NetLib;

namespace AuthKit.Passkeys;

/// <summary>Asks for a challenge to make a passkey with, for an account that is to be made. Whether the address has an account is not looked at.</summary>
/// <param name="Email">The account's e-mail address.</param>
/// <param name="UserName">The user name, if any.</param>
/// <param name="FullName">The owner's full name, if it is to be kept.</param>
/// <param name="Client">The client that is going to sign in with it, where one presents itself.</param>
public sealed record BeginPasskeySignUp(string? Email, string? UserName = null, string? FullName = null, string? Client = null) : Command;

internal sealed class BeginPasskeySignUpFlow(INewAccounts accounts, IAccountHandles handles, IChallenges challenges, RelyingParty party, TimeProvider time) : IFlow<BeginPasskeySignUp, PasskeyPrompt>
{
    public async Task<Outcome<PasskeyPrompt>> RunAsync(BeginPasskeySignUp command, FlowContext context, CancellationToken cancellationToken)
    {
        var account = new NewAccount(Guid.CreateVersion7(time.GetUtcNow()), command.Email) { UserName = command.UserName, Profile = new UserProfile { Name = command.FullName } };
        if (accounts.Check(account) is { Count: > 0 } broken)
            return new Failure(Fault.Invalid, broken);
        var handle = await handles.OfAsync(Tenants.Tenant.Home, account.Id, cancellationToken);
        var challenge = await challenges.IssueAsync(PasskeyPurposes.SignUp(command.Client, context), party.Options.ChallengeLifetime, PendingSignUp.Write(account), cancellationToken);
        var user = new Fido2User { Id = handle, Name = account.UserName ?? account.Email, DisplayName = command.FullName ?? account.UserName ?? account.Email };
        return PasskeyPrompt.Of(party.Creating(challenge, user, existing: []).ToJson());
    }
}

public static partial class PasskeyFlows
{
    /// <summary>Asks for a challenge to make an account with.</summary>
    public static Flow<BeginPasskeySignUp, PasskeyPrompt> BeginSignUp { get; } = Flow<BeginPasskeySignUp, PasskeyPrompt>.Of<BeginPasskeySignUpFlow>(keepsRequests: true);
}
