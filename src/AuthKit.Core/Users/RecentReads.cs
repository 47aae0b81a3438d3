using System.Diagnostics.CodeAnalysis;
using AuthKit.Tokens;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AuthKit.Users;

/// <summary>
/// What was read from a store a moment ago: for <see cref="TokenOptions.SessionCheckInterval"/>, and at most
/// <see cref="AuthKitOptions.MaxCacheEntries"/> of it.
/// </summary>
internal sealed class RecentReads<TKey, TValue>(IOptions<AuthKitOptions> options, TimeProvider time) : IDisposable
    where TKey : notnull
{
    private readonly MemoryCache _reads = new(new MemoryCacheOptions { SizeLimit = options.Value.MaxCacheEntries });

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        // A clock that was set back makes nothing younger.
        var isRecent = _reads.TryGetValue(key, out Read? read) && (time.GetUtcNow() - read!.At).Duration() < Interval;
        value = isRecent ? read!.Value : default;
        return isRecent;
    }

    /// <summary>Keeps what was read.</summary>
    /// <param name="key">Of what.</param>
    /// <param name="value">What was read.</param>
    /// <param name="at">The time before the read.</param>
    public void Keep(TKey key, TValue value, DateTimeOffset at)
    {
        if (Interval > TimeSpan.Zero)
            _reads.Set(key, new Read(value, at), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Interval });
    }

    public void Remove(TKey key) => _reads.Remove(key);

    public void Clear() => _reads.Clear();

    public void Dispose() => _reads.Dispose();

    private TimeSpan Interval => options.Value.Tokens.SessionCheckInterval;

    private sealed record Read(TValue Value, DateTimeOffset At);
}
