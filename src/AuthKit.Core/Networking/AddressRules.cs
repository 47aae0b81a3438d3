using System.Net;
using System.Net.Sockets;

namespace AuthKit.Networking;

/// <summary>Against server-side request forgery: which addresses a stranger may make the server connect to (IANA's special-purpose registries, RFC 6890).</summary>
internal static class AddressRules
{
    private static readonly IPNetwork[] Never = Networks(
        "0.0.0.0/8",          // this network, and "any"
        "169.254.0.0/16",     // link-local, among them clouds' metadata
        "192.0.0.0/24",       // protocol assignments
        "192.0.2.0/24",       // documentation
        "192.88.99.0/24",     // 6to4 relays
        "198.18.0.0/15",      // benchmarks
        "198.51.100.0/24",    // documentation
        "203.0.113.0/24",     // documentation
        "224.0.0.0/4",        // multicast
        "240.0.0.0/4",        // reserved, and broadcast
        "100.100.100.200/32", // metadata of Alibaba Cloud
        "168.63.129.16/32",   // the host of Azure's machines
        "fd00:ec2::254/128",  // metadata of AWS
        "fd20:ce::254/128",   // metadata of Google Cloud
        "2001::/23",          // protocol assignments, among them Teredo, which holds an IPv4 address
        "2001:db8::/32",      // documentation
        "2002::/16",          // 6to4, which holds an IPv4 address
        "3fff::/20");         // documentation

    private static readonly IPNetwork[] Private = Networks(
        "10.0.0.0/8",
        "100.64.0.0/10",      // carrier-grade NAT
        "127.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "::1/128",
        "fc00::/7");          // unique local

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static bool Allow(IPAddress address, bool allowPrivate)
    {
        var plain = Plain(address);
        if (Never.Any(network => network.Contains(plain)))
            return false;
        if (Private.Any(network => network.Contains(plain)))
            return allowPrivate;
        // Of IPv6, what is not global unicast is link-local, multicast, mapped in some way, or not given out at all.
        return plain.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(plain);
    }

    /// <summary>The IPv4 address that an IPv6 address stands for, or the address itself.</summary>
    public static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        return Nat64.Contains(address) ? new(address.GetAddressBytes().AsSpan(12)) : address;
    }

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
