using AuthKit.AuthorizationServer.Logouts;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Users;

namespace AuthKit.Features.Devices;

/// <summary>Signs a device of the caller's account out; the one that asks is one of them.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Id">The device's id.</param>
public sealed record EndDevice(string? AccessToken, string? Id) : Command;

internal sealed class EndDeviceFlow(IFeatureAccounts accounts, ClientLogouts logouts, SessionLiveness liveness, IEvents events, TimeProvider time) : IFlow<EndDevice, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(EndDevice command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        var sessions = account.Account.Database.Sessions;
        if (!Guid.TryParse(command.Id, out var id)
            || await sessions.FindAsync(id, cancellationToken) is not { } session
            || session.UserId != account.User.Id
            || !session.IsActive(time.GetUtcNow()))
            return DeviceFaults.NotFound;
        // Before it ends, so that a failure in between leaves nobody untold.
        await logouts.EndingAsync(account.Account.Database, account.Tenant, session, context, cancellationToken);
        var ended = await sessions.EndAsync(id, account.User.Id, time.GetUtcNow(), cancellationToken);
        liveness.Forget(id, account.Tenant);
        if (!ended)
            return DeviceFaults.NotFound;
        await events.RaiseAsync(context, new SessionEnded(SessionEndings.ByOwner) { UserId = account.User.Id, Tenant = account.Tenant, SessionId = id, ClientId = session.ClientId }, cancellationToken);
        return Unit.Value;
    }
}

public static partial class DeviceFlows
{
    /// <summary>Signs a device of the caller's account out.</summary>
    public static Flow<EndDevice, Unit> End { get; } = Flow<EndDevice, Unit>.Of<EndDeviceFlow>(fails: [DeviceFaults.NotFound]);
}
