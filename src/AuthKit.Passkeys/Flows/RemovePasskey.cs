using AuthKit.Events;
using AuthKit.Features;
using AuthKit.Passkeys.Events;
using AuthKit.Passkeys.Storage;

namespace AuthKit.Passkeys;

/// <summary>
/// Takes a passkey from the caller's account, and ends the caller's other sessions, which it may have started. The last way to sign in
/// stays: <see cref="Fault.LastSignInMethod"/>.
/// </summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Id">The passkey's id.</param>
public sealed record RemovePasskey(string? AccessToken, string? Id) : Command;

internal sealed class RemovePasskeyFlow(IFeatureAccounts accounts, IFeatureCredentials credentials, IEvents events, TimeProvider time) : IFlow<RemovePasskey, Unit>
{
    // How long a removal under way elsewhere may take, nodes' clocks included.
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(1);

    public async Task<Outcome<Unit>> RunAsync(RemovePasskey command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, recentProof: true, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (!Guid.TryParse(command.Id, out var id) || await account.Records.FindPasskeyAsync(account.User, id, cancellationToken) is not { } passkey)
            return PasskeyFaults.NotFound;
        // Somebody else removes it now; what broke off a while ago is taken up.
        var now = time.GetUtcNow();
        if (passkey.RemovedAt > now - UnderWay)
            return Fault.Conflict;
        // In three steps, so that it counts at no time without the others knowing: it does not count any more; what it started has ended; it is gone.
        if (await account.Records.MarkPasskeyAsync(passkey, now, cancellationToken) is not { } marked)
            return Fault.Conflict;
        if (!await credentials.HasSignInMethodAsync(account, cancellationToken))
        {
            await account.Records.UnmarkPasskeyAsync(marked, cancellationToken);
            return Fault.LastSignInMethod;
        }

        if (!(await credentials.RevokeAsync(account, cancellationToken)).Succeeded(out _, out failure))
            return failure;
        if (!await account.Records.DeletePasskeyAsync(marked, cancellationToken))
            return PasskeyFaults.NotFound;
        await events.RaiseAsync(context, new PasskeyRemoved(id) { UserId = account.User.Id, Tenant = account.Tenant, SessionId = account.Caller!.SessionId, ClientId = account.Caller.ClientId }, cancellationToken);
        return Unit.Value;
    }
}

public static partial class PasskeyFlows
{
    /// <summary>Takes a passkey from the caller's account.</summary>
    public static Flow<RemovePasskey, Unit> Remove { get; } = Flow<RemovePasskey, Unit>.Of<RemovePasskeyFlow>(fails: [Fault.ProofRequired, PasskeyFaults.NotFound, Fault.LastSignInMethod, Fault.Conflict]);
}
