using AuthKit.Features;
using AuthKit.Passkeys.Ceremonies;

namespace AuthKit.Passkeys;

/// <summary>Asks for a challenge to sign in with. Nobody is named: the authenticator has the person choose among its passkeys, and the reply is the same for all.</summary>
/// <param name="Client">The client that is going to sign in with it, where one presents itself.</param>
public sealed record BeginPasskeySignIn(string? Client = null) : Command;

internal sealed class BeginPasskeySignInFlow(IChallenges challenges, RelyingParty party) : IFlow<BeginPasskeySignIn, PasskeyPrompt>
{
    public async Task<Outcome<PasskeyPrompt>> RunAsync(BeginPasskeySignIn command, FlowContext context, CancellationToken cancellationToken)
    {
        var challenge = await challenges.SealAsync(PasskeyPurposes.SignIn(command.Client, context), party.Options.ChallengeLifetime, cancellationToken);
        return PasskeyPrompt.Of(party.Asserting(challenge, allowed: []).ToJson());
    }
}

public static partial class PasskeyFlows
{
    /// <summary>Asks for a challenge to sign in with.</summary>
    public static Flow<BeginPasskeySignIn, PasskeyPrompt> BeginSignIn { get; } = Flow<BeginPasskeySignIn, PasskeyPrompt>.Of<BeginPasskeySignInFlow>();
}
