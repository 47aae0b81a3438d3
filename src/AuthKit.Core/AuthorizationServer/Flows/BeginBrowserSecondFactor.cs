using AuthKit.SignIns;

namespace AuthKit.AuthorizationServer;

/// <summary>Prepares the proof of a second factor on the authorization server's own pages where that needs it: mails a code, says what an authenticator is asked for.</summary>
/// <param name="Challenge">The challenge that the sign-in failed with.</param>
/// <param name="Method">The factor, of the challenge's; null where there is one only.</param>
public sealed record BeginBrowserSecondFactor(string? Challenge, string? Method) : Command;

internal sealed class BeginBrowserSecondFactorFlow(SecondFactorVerification verification) : IFlow<BeginBrowserSecondFactor, SecondFactorPrompt>
{
    public Task<Outcome<SecondFactorPrompt>> RunAsync(BeginBrowserSecondFactor command, FlowContext context, CancellationToken cancellationToken) =>
        verification.BeginAsync(command.Challenge, command.Method, client: null, context, cancellationToken);
}

public static partial class OAuthFlows
{
    /// <summary>Prepares the proof of a second factor on the authorization server's own pages.</summary>
    public static Flow<BeginBrowserSecondFactor, SecondFactorPrompt> BeginBrowserSecondFactor { get; } = Flow<BeginBrowserSecondFactor, SecondFactorPrompt>.Of<BeginBrowserSecondFactorFlow>(takesCredentials: true, fails: [Fault.InvalidChallenge]);
}
