using AuthKit.Databases;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AuthKit.Sessions;

/// <summary>Whether the session of an access token still stands, cached for <see cref="Tokens.TokenOptions.SessionCheckInterval"/>.</summary>
internal sealed class SessionLiveness(UserDatabases databases, IOptions<AuthKitOptions> options, TimeProvider time) : IDisposable
{
    private readonly MemoryCache _seenAlive = new(new MemoryCacheOptions { SizeLimit = options.Value.MaxCacheEntries });
    private int _endings;

    /// <summary>Whether a user's session stands, whatever <see cref="Tokens.TokenOptions.CheckSession"/> says of access tokens.</summary>
    public async ValueTask<bool> IsAliveAsync(Guid sessionId, Guid userId, string tenant, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var interval = options.Value.Tokens.SessionCheckInterval;
        if (_seenAlive.TryGetValue(sessionId, out DateTimeOffset seen) && now - seen < interval)
            return true;
        var endings = Volatile.Read(ref _endings);
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        var session = await database.Sessions.FindAsync(sessionId, cancellationToken);
        if (session is null || session.UserId != userId || session.RevokedAt is not null)
            return false;
        if (interval > TimeSpan.Zero)
            _seenAlive.Set(sessionId, now, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = interval });
        // A race: what was read before a session ended must not stay in the cache after it.
        if (endings != Volatile.Read(ref _endings))
            _seenAlive.Remove(sessionId);
        return true;
    }

    public void Forget(Guid sessionId)
    {
        Interlocked.Increment(ref _endings);
        _seenAlive.Remove(sessionId);
    }

    /// <summary>After many sessions of unknown ids ended at once.</summary>
    public void ForgetAll()
    {
        Interlocked.Increment(ref _endings);
        _seenAlive.Clear();
    }

    public void Dispose() => _seenAlive.Dispose();
}
