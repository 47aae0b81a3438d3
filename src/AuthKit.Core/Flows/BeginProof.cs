using AuthKit.SignIns;
using AuthKit.Users;

namespace AuthKit;

/// <summary>
/// Tells by what the caller can prove again who they are, and prepares the proof of a second factor where that needs it: mails a code, says what an
/// authenticator is asked for.
/// </summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Method">The second factor to be proved; null for the one that the account has, if it is one only.</param>
public sealed record BeginProof(string? AccessToken, string? Method = null) : Command;

internal sealed class BeginProofFlow(Callers callers, Accounts accounts, SecondFactorSet factors, SecondFactorChallenges challenges, SecondFactorVerification verification) : IFlow<BeginProof, ProofPrompt>
{
    public async Task<Outcome<ProofPrompt>> RunAsync(BeginProof command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnerAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        if (account is null || !await callers.StillCountsAsync(caller, account, cancellationToken))
            return Fault.InvalidToken;
        var has = await factors.OfAsync(account, cancellationToken);
        if (!string.IsNullOrEmpty(command.Method) && !has.Contains(command.Method))
            return Failure.Of(Field.Method, Rule.Unknown);
        var prompt = new ProofPrompt(account.User.PasswordHash is null ? has : [WantedProof.Password, .. has]);
        if (has.Length == 0)
            return prompt;
        var holder = ChallengeHolder.Of(caller);
        var challenge = await challenges.AddAsync(account, has, holder, cancellationToken);
        prompt = prompt with { Challenge = challenge.Challenge, ExpiresIn = challenge.ExpiresIn };
        if (string.IsNullOrEmpty(command.Method) && has.Length > 1)
            return prompt;
        return (await verification.BeginAsync(challenge.Challenge, command.Method, holder, context, cancellationToken)).Succeeded(out var prepared, out failure)
            ? prompt with { Method = prepared.Method, Options = prepared.Options }
            : failure;
    }
}

public static partial class Flows
{
    /// <summary>Tells by what the caller can prove again who they are, and prepares it.</summary>
    public static Flow<BeginProof, ProofPrompt> BeginProof { get; } = Flow<BeginProof, ProofPrompt>.Of<BeginProofFlow>(keepsRequests: true, fails: [Fault.InsufficientScope, Fault.InvalidChallenge]);
}
