using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Security;

/// <summary>Where a request came from, as it is counted: an IPv4 address, or the /64 of an IPv6 address, all of which one has who has one of it.</summary>
internal static class NetworkAddress
{
    private const int Ipv6PrefixBytes = 8;

    public static IPAddress Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Ipv6PrefixBytes).Clear();
        return new(bytes);
    }
}
