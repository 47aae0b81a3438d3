using AuthKit.Features;
using AuthKit.TwoFactor.Storage;

namespace AuthKit.TwoFactor;

/// <summary>Lists the devices that are spared the second factor of the caller's account, the latest first.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record ListTrustedDevices(string? AccessToken) : Command;

/// <summary>A remembered device as its owner sees it.</summary>
/// <param name="Id">By which it is forgotten.</param>
/// <param name="Label">Its browser and its system, as its program says them itself.</param>
/// <param name="CreatedAt">When the second factor was proved on it.</param>
/// <param name="ExpiresAt">Until when it is spared.</param>
public sealed record TrustedDeviceDescription(Guid Id, string Label, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>Remembered devices in a reply.</summary>
internal sealed record TrustedDeviceList(IReadOnlyList<TrustedDeviceDescription> Devices);

internal sealed class ListTrustedDevicesFlow(IFeatureAccounts accounts, TimeProvider time) : IFlow<ListTrustedDevices, IReadOnlyList<TrustedDeviceDescription>>
{
    public async Task<Outcome<IReadOnlyList<TrustedDeviceDescription>>> RunAsync(ListTrustedDevices command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        var devices = await account.Records.TrustedOfAsync(account.User, time.GetUtcNow(), cancellationToken);
        return devices.Select(static device => new TrustedDeviceDescription(device.Id, device.Label, device.CreatedAt, device.ExpiresAt)).ToArray();
    }
}

public static partial class TwoFactorFlows
{
    /// <summary>Lists the devices that are spared the second factor.</summary>
    public static Flow<ListTrustedDevices, IReadOnlyList<TrustedDeviceDescription>> ListDevices { get; } = Flow<ListTrustedDevices, IReadOnlyList<TrustedDeviceDescription>>.Of<ListTrustedDevicesFlow>();
}
