using AuthKit.SignIns;
using AuthKit.Users;

namespace AuthKit;

/// <summary>Tells whether the caller has proved lately who they are (<see cref="SignInOptions.RecentProof"/>), before something is begun that will ask for it.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record CheckProof(string? AccessToken) : Command;

internal sealed class CheckProofFlow(Callers callers, Accounts accounts, RecentProofs proofs) : IFlow<CheckProof, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(CheckProof command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        if (account is null)
            return Fault.InvalidToken;
        return await proofs.ObjectionAsync(caller, account, cancellationToken) is { } objection ? objection : Unit.Value;
    }
}

public static partial class Flows
{
    /// <summary>Tells whether the caller has proved lately who they are.</summary>
    public static Flow<CheckProof, Unit> CheckProof { get; } = Flow<CheckProof, Unit>.Of<CheckProofFlow>(fails: [Fault.InsufficientScope, Fault.ProofRequired]);
}
