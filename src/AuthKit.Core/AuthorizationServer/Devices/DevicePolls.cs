using AuthKit.Grants;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Devices;

/// <summary>Remembers when devices asked last (RFC 8628 §3.5). Each node counts for itself: it spares work, and guards nothing.</summary>
internal sealed class DevicePolls(IOptions<AuthKitOptions> options, TimeProvider time) : IDisposable
{
    private readonly MemoryCache _last = new(new MemoryCacheOptions { SizeLimit = options.Value.MaxCacheEntries });

    /// <summary>Whether a device asks sooner than it may.</summary>
    public bool IsTooSoon(Grant device)
    {
        var key = new Guid(device.Handle);
        var now = time.GetUtcNow();
        var interval = options.Value.OAuth.DevicePollInterval;
        var tooSoon = _last.TryGetValue(key, out DateTimeOffset last) && (now - last).Duration() < interval;
        _last.Set(key, now, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = options.Value.OAuth.DeviceCodeLifetime });
        return tooSoon;
    }

    public void Dispose() => _last.Dispose();
}
