using AuthKit.Events;
using AuthKit.Features;
using AuthKit.TwoFactor.Events;
using AuthKit.TwoFactor.Storage;

namespace AuthKit.TwoFactor;

/// <summary>Has a device be asked for the second factor again. The sessions that it has go on.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Id">The device's id.</param>
public sealed record ForgetTrustedDevice(string? AccessToken, string? Id) : Command;

internal sealed class ForgetTrustedDeviceFlow(IFeatureAccounts accounts, IEvents events) : IFlow<ForgetTrustedDevice, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(ForgetTrustedDevice command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (!Guid.TryParse(command.Id, out var id) || !await account.Records.ForgetDeviceAsync(account.User, id, cancellationToken))
            return TwoFactorFaults.DeviceNotFound;
        await events.RaiseAsync(context, new DeviceForgotten(id) { UserId = account.User.Id, Tenant = account.Tenant, SessionId = account.Caller!.SessionId, ClientId = account.Caller.ClientId }, cancellationToken);
        return Unit.Value;
    }
}

public static partial class TwoFactorFlows
{
    /// <summary>Has a device be asked for the second factor again.</summary>
    public static Flow<ForgetTrustedDevice, Unit> ForgetDevice { get; } = Flow<ForgetTrustedDevice, Unit>.Of<ForgetTrustedDeviceFlow>(fails: [TwoFactorFaults.DeviceNotFound]);
}
