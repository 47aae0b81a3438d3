using System.Net;
using AuthKit.Networking;

namespace AuthKit.Databases.Brought;

/// <summary>Decides whether the server of a caller's database may be connected to, and at which address.</summary>
internal sealed class HostGuard(IHostResolver resolver)
{
    /// <summary>
    /// An address of the server, to be connected to as it is: looked up again, the name could lead elsewhere (DNS rebinding). Null
    /// where the policy does not list the host, or any one of its addresses is out of bounds.
    /// </summary>
    public async Task<IPAddress?> AdmitAsync(BroughtConnection connection, int defaultPort, ClientDatabasePolicy policy, CancellationToken cancellationToken)
    {
        if (connection.Host is not { } host || !policy.Hosts.Any(text => HostPattern.TryParse(text, out var pattern) && pattern.Matches(host, connection.Port, defaultPort)))
            return null;
        // Also what only looks like a name: 2130706433 and 0x7f.1 are addresses to every resolver.
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolver.ResolveAsync(host, cancellationToken);
        return addresses.Count > 0 && addresses.All(address => AddressRules.Allow(address, policy.AllowPrivateAddresses)) ? addresses[0] : null;
    }
}
