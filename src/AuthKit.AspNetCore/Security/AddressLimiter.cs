using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AuthKit.Security;

/// <summary>
/// Counts requests per address: those that take credentials, those of clients that failed to prove who they are, those with API keys
/// that are none, and those that have a row kept for them. It is the framework's limiter, asked here rather than in middleware so that a refusal wears the
/// contract's envelope and no host can forget it. It counts in this process, unless the host's own limiter does otherwise.
/// </summary>
internal sealed class AddressLimiter : IDisposable
{
    // One server asks on behalf of many users.
    private const int ForServers = 10;

    private readonly PartitionedRateLimiter<Counted>? _limiter;

    public AddressLimiter(IOptions<AuthKitOptions> options, HostRateLimiter? own = null)
    {
        var limits = options.Value.RateLimits;
        if (!limits.Enabled)
            return;
        _limiter = own is not null
            ? own.Limiter.WithTranslatedKey<Counted>(counted => counted.Http, leaveOpen: true)
            : PartitionedRateLimiter.Create<Counted, Bucket>(counted => RateLimitPartition.GetTokenBucketLimiter(counted.Bucket, bucket => Limits(limits, bucket)));
    }

    private enum Use
    {
        Credentials,
        FailedClients,
        FailedKeys,
        KeptRequests,
    }

    /// <summary>Counts a request that takes credentials.</summary>
    public bool Refuses(HttpContext http, out TimeSpan? retryAfter) => IsRefused(new(http, Use.Credentials), out retryAfter);

    /// <summary>Counts a request that has a row kept for its client.</summary>
    public bool Refuses(HttpContext http, PresentedClient client, out TimeSpan? retryAfter) =>
        IsRefused(new(http, Use.KeptRequests) { Client = client }, out retryAfter);

    /// <summary>Whether clients have failed too often from where the request came from.</summary>
    public bool RefusesClients(HttpContext http, out TimeSpan? retryAfter) => HasFailed(new(http, Use.FailedClients), out retryAfter);

    /// <summary>Counts a request whose client has not proved who it is.</summary>
    public void CountFailedClient(HttpContext http) => IsRefused(new(http, Use.FailedClients), out _);

    /// <summary>Whether too many API keys that were none have come from where the request came from.</summary>
    public bool RefusesKeys(HttpContext http, out TimeSpan? retryAfter) => HasFailed(new(http, Use.FailedKeys), out retryAfter);

    /// <summary>Counts a request with an API key that is none.</summary>
    public void CountFailedKey(HttpContext http) => IsRefused(new(http, Use.FailedKeys), out _);

    public void Dispose() => _limiter?.Dispose();

    private bool HasFailed(Counted counted, out TimeSpan? retryAfter)
    {
        retryAfter = null;
        // Asked for no permit, the limiter would be content with a fraction of one.
        return _limiter?.GetStatistics(counted) is { CurrentAvailablePermits: < 1 } && IsRefused(counted, out retryAfter);
    }

    private bool IsRefused(Counted counted, out TimeSpan? retryAfter)
    {
        retryAfter = null;
        if (_limiter is null)
            return false;
        using var lease = _limiter.AttemptAcquire(counted);
        if (lease.IsAcquired)
            return false;
        retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
        return true;
    }

    private static TokenBucketRateLimiterOptions Limits(RateLimitOptions limits, Bucket bucket)
    {
        var times = bucket.Client.HasSecret ? ForServers : 1;
        return new()
        {
            TokenLimit = limits.Burst * times,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limits.PerMinute / times,
        };
    }

    private readonly record struct Bucket(Use Use, IPAddress Address, PresentedClient Client);

    private readonly record struct Counted(HttpContext Http, Use Use)
    {
        public PresentedClient Client { get; init; }

        public Bucket Bucket => new(Use, NetworkAddress.Of(Http), Client);
    }
}
