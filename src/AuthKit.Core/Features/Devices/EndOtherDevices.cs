using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Users;

namespace AuthKit.Features.Devices;

/// <summary>Signs all devices of the caller's account out but the one that asks. Sign-ins that wait for a second factor end as well, and codes that no client has redeemed yet.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record EndOtherDevices(string? AccessToken) : Command;

internal sealed class EndOtherDevicesFlow(IFeatureAccounts accounts, IEnumerable<ICredentialRevocationListener> listeners, SessionLiveness liveness, IEvents events, TimeProvider time) : IFlow<EndOtherDevices, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(EndOtherDevices command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        var (database, kept) = (account.Account.Database, account.Caller!.SessionId);
        // Clients are told what ends while it still stands.
        foreach (var listener in listeners)
            await listener.RevokingAsync(database, account.Tenant, account.User.Id, kept, cancellationToken);
        try
        {
            await database.Sessions.RevokeAllAsync(account.User.Id, kept, time.GetUtcNow(), cancellationToken);
        }
        finally
        {
            liveness.ForgetAll();
        }

        await events.RaiseAsync(context, new SessionEnded(SessionEndings.ByOwner) { UserId = account.User.Id, Tenant = account.Tenant, ClientId = account.Caller.ClientId }, cancellationToken);
        return Unit.Value;
    }
}

public static partial class DeviceFlows
{
    /// <summary>Signs all devices of the caller's account out but the one that asks.</summary>
    public static Flow<EndOtherDevices, Unit> EndOthers { get; } = Flow<EndOtherDevices, Unit>.Of<EndOtherDevicesFlow>();
}
