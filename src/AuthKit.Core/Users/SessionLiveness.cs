using AuthKit.Sessions;
using AuthKit.Tenants;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AuthKit.Users;

/// <summary>Whether the session of an access token still counts, cached for <see cref="Tokens.TokenOptions.SessionCheckInterval"/>.</summary>
internal sealed class SessionLiveness(UserDatabases databases, IOptions<AuthKitOptions> options, TimeProvider time) : IDisposable
{
    private readonly MemoryCache _seenAlive = new(new MemoryCacheOptions { SizeLimit = options.Value.MaxCacheEntries });
    private int _endings;

    /// <summary>Whether a user's session stands, whatever <see cref="Tokens.TokenOptions.CheckSession"/> says of access tokens.</summary>
    public async ValueTask<bool> IsAliveAsync(Guid sessionId, Guid userId, string tenant, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var interval = options.Value.Tokens.SessionCheckInterval;
        // A clock that was set back makes nothing younger.
        if (_seenAlive.TryGetValue((tenant, sessionId), out DateTimeOffset seen) && (now - seen).Duration() < interval)
            return true;
        var endings = Volatile.Read(ref _endings);
        if (await FindAsync(sessionId, userId, tenant, cancellationToken) is null)
            return false;
        if (interval > TimeSpan.Zero)
            _seenAlive.Set((tenant, sessionId), now, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = interval });
        // A race: what was read before a session ended must not stay in the cache after it.
        if (endings != Volatile.Read(ref _endings))
            _seenAlive.Remove((tenant, sessionId));
        return true;
    }

    /// <summary>The user's session where it counts, past the cache: for whatever outlives the cache. Null where it does not.</summary>
    public async Task<Session?> FindAsync(Guid sessionId, Guid userId, string tenant, CancellationToken cancellationToken)
    {
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        return await database.Sessions.FindAsync(sessionId, cancellationToken) is { RevokedAt: null } session
            && session.UserId == userId
            && await database.IsBoundAsync(session, cancellationToken)
                ? session
                : null;
    }

    public void Forget(Guid sessionId, string tenant)
    {
        Interlocked.Increment(ref _endings);
        _seenAlive.Remove((tenant, sessionId));
    }

    /// <summary>After many sessions of unknown ids ended at once.</summary>
    public void ForgetAll()
    {
        Interlocked.Increment(ref _endings);
        _seenAlive.Clear();
    }

    public void Dispose() => _seenAlive.Dispose();
}
