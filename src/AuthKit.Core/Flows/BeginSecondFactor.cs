using AuthKit.AuthorizationServer.Clients;
using AuthKit.SignIns;

namespace AuthKit;

/// <summary>Prepares the proof of a second factor where that needs it: mails a code, says what an authenticator is asked for.</summary>
/// <param name="Challenge">The challenge that the sign-in failed with.</param>
/// <param name="Method">The factor, of the challenge's; null where there is one only.</param>
/// <param name="Client">The client, where the contract has clients present themselves; it has to be the one that began.</param>
public sealed record BeginSecondFactor(string? Challenge, string? Method, ClientCredentials? Client = null) : Command;

internal sealed class BeginSecondFactorFlow(ISignIns signIns, SecondFactorVerification verification) : IFlow<BeginSecondFactor, SecondFactorPrompt>
{
    public async Task<Outcome<SecondFactorPrompt>> RunAsync(BeginSecondFactor command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await signIns.AuthenticateAsync(command.Client, context, cancellationToken)).Succeeded(out var client, out var refused))
            return refused;
        if (string.IsNullOrEmpty(command.Challenge))
            return Failure.Of(Field.Challenge, Rule.Required);
        return await verification.BeginAsync(command.Challenge, command.Method, client, context, cancellationToken);
    }
}

public static partial class Flows
{
    /// <summary>Prepares the proof of a second factor.</summary>
    public static Flow<BeginSecondFactor, SecondFactorPrompt> BeginSecondFactor { get; } = Flow<BeginSecondFactor, SecondFactorPrompt>.Of<BeginSecondFactorFlow>(takesCredentials: true, fails: [Fault.InvalidChallenge]);
}
