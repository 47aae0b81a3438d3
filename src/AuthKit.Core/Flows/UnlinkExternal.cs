using AuthKit.SignIns;
using AuthKit.Users;

namespace AuthKit;

/// <summary>
/// Takes an identity at a provider from the caller's account, and ends the caller's other sessions, which it may have started. The
/// last way to sign in stays: <see cref="Fault.LastSignInMethod"/>. It asks for a recent proof of who the caller is (<see cref="SignInOptions.RecentProof"/>).
/// </summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Subject">The provider's id of the person.</param>
public sealed record UnlinkExternal(string? AccessToken, string? Provider, string? Subject) : Command;

internal sealed class UnlinkExternalFlow(Callers callers, Accounts accounts, RecentProofs proofs, ExternalLinks links) : IFlow<UnlinkExternal, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(UnlinkExternal command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnerAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        if (command is not { Provider: { } provider, Subject: { } subject })
            return Failure.Of(Field.Provider, Rule.Required);
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        if (account is null)
            return Fault.NotFound;
        if (await proofs.ObjectionAsync(caller, account, cancellationToken) is { } objection)
            return objection;
        return await links.RemoveAsync(account.Database, account.User.Id, new(provider, subject), except: caller.SessionId, cancellationToken);
    }
}

public static partial class Flows
{
    /// <summary>Takes an identity at a provider from the caller's account.</summary>
    public static Flow<UnlinkExternal, Unit> UnlinkExternal { get; } = Flow<UnlinkExternal, Unit>.Of<UnlinkExternalFlow>(fails: [Fault.InsufficientScope, Fault.NotFound, Fault.ProofRequired, Fault.LastSignInMethod, Fault.Conflict]);
}
