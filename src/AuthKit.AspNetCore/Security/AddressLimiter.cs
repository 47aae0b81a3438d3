using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace AuthKit.Security;

/// <summary>
/// Counts requests that take credentials, per address. It is the framework's limiter, asked here rather than in
/// middleware so that a refusal wears the contract's envelope and no host can forget it.
/// </summary>
internal sealed class AddressLimiter : IDisposable
{
    private const int Ipv6PrefixBytes = 8;

    private readonly PartitionedRateLimiter<IPAddress>? _limiter;

    public AddressLimiter(IOptions<AuthKitOptions> options)
    {
        var limits = options.Value.RateLimits;
        if (!limits.Enabled)
            return;
        _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(
            Network(address),
            _ => new()
            {
                TokenLimit = limits.Burst,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limits.PerMinute,
            }));
    }

    public bool Refuses(IPAddress? address, out TimeSpan? retryAfter)
    {
        retryAfter = null;
        if (_limiter is null)
            return false;
        using var lease = _limiter.AttemptAcquire(address ?? IPAddress.None);
        if (lease.IsAcquired)
            return false;
        retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
        return true;
    }

    public void Dispose() => _limiter?.Dispose();

    // Whoever has an IPv6 address has all of its /64.
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Ipv6PrefixBytes).Clear();
        return new(bytes);
    }
}
