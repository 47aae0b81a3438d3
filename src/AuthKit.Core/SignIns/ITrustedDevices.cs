using AuthKit.Users;

namespace AuthKit.SignIns;

/// <summary>Devices from which an account is signed in to without its second factor for a while, because that was proved on them. A feature offers it.</summary>
public interface ITrustedDevices
{
    /// <summary>Whether the account trusts a device.</summary>
    /// <param name="account">The account.</param>
    /// <param name="device">The token by which the device is known to the account; to be kept by hash, if at all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<bool> IsTrustedAsync(Account account, string device, CancellationToken cancellationToken);

    /// <summary>Has the account trust a device, on which its second factor was proved a moment ago and somebody asked for it.</summary>
    /// <param name="account">The account.</param>
    /// <param name="device">The token by which the device is known to the account.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it does: where the host allows none, it does not.</returns>
    Task<bool> TrustAsync(Account account, string device, FlowContext context, CancellationToken cancellationToken);
}
