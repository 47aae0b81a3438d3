using AuthKit.Sessions;

namespace AuthKit.Features.Devices;

/// <summary>Gives a device of the caller's account a name that its owner knows it by, or takes the name away.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Id">The device's id.</param>
/// <param name="Name">The name; empty for none.</param>
public sealed record NameDevice(string? AccessToken, string? Id, string? Name) : Command;

internal sealed class NameDeviceFlow(IFeatureAccounts accounts, ClientNames names, TimeProvider time) : IFlow<NameDevice, Device>
{
    public async Task<Outcome<Device>> RunAsync(NameDevice command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        var name = command.Name?.Trim() is { Length: > 0 } given ? given : null;
        if (DeviceNames.Check(name) is { } broken)
            return new Failure(Fault.Invalid, [broken]);
        var sessions = account.Account.Database.Sessions;
        if (!Guid.TryParse(command.Id, out var id)
            || await sessions.FindAsync(id, cancellationToken) is not { } session
            || session.UserId != account.User.Id
            || !session.IsActive(time.GetUtcNow())
            || !await sessions.RenameAsync(id, account.User.Id, name, cancellationToken))
            return DeviceFaults.NotFound;
        var clients = await names.OfAsync([session.ClientId], cancellationToken);
        return Device.Of(session with { Name = name }, clients[session.ClientId], account.Caller!.SessionId);
    }
}

public static partial class DeviceFlows
{
    /// <summary>Gives a device of the caller's account a name.</summary>
    public static Flow<NameDevice, Device> Name { get; } = Flow<NameDevice, Device>.Of<NameDeviceFlow>(fails: [DeviceFaults.NotFound]);
}
