using AuthKit.Databases;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Users;

/// <summary>Whether the session of an access token still counts, cached for <see cref="TokenOptions.SessionCheckInterval"/>.</summary>
internal sealed class SessionLiveness(UserDatabases databases, ITokenClients clients, IOptions<AuthKitOptions> options, TimeProvider time) : IDisposable
{
    private readonly RecentReads<(string Tenant, Guid SessionId), string?> _alive = new(options, time);
    private int _endings;

    /// <summary>Whether a user's session stands, whatever <see cref="TokenOptions.CheckSession"/> says of access tokens.</summary>
    public async ValueTask<bool> IsAliveAsync(Guid sessionId, Guid userId, string tenant, CancellationToken cancellationToken) =>
        (await LookAsync(sessionId, userId, tenant, cancellationToken)).IsAlive;

    /// <summary>What a user's session was granted beside its scope; nothing where it does not stand.</summary>
    public async ValueTask<SessionDetails> DetailsAsync(Guid sessionId, Guid userId, string tenant, CancellationToken cancellationToken) =>
        SessionDetails.Of((await LookAsync(sessionId, userId, tenant, cancellationToken)).Details);

    private async ValueTask<(bool IsAlive, string? Details)> LookAsync(Guid sessionId, Guid userId, string tenant, CancellationToken cancellationToken)
    {
        if (_alive.TryGet((tenant, sessionId), out var known))
            return (true, known);
        var (now, endings) = (time.GetUtcNow(), Volatile.Read(ref _endings));
        if (await FindAsync(sessionId, userId, tenant, cancellationToken) is not { Details: var details })
            return (false, null);
        _alive.Keep((tenant, sessionId), details, now);
        // A race: what was read before a session ended must not stay in the cache after it.
        if (endings != Volatile.Read(ref _endings))
            _alive.Remove((tenant, sessionId));
        return (true, details);
    }

    /// <summary>The user's session where it counts, past the cache: for whatever outlives the cache. Null where it does not.</summary>
    public async Task<Session?> FindAsync(Guid sessionId, Guid userId, string tenant, CancellationToken cancellationToken)
    {
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        return await database.Sessions.FindAsync(sessionId, cancellationToken) is { RevokedAt: null } session
            && session.UserId == userId
            && await database.IsBoundAsync(session, cancellationToken)
            && await DoAncestorsStandAsync(database, session, cancellationToken)
            && !await clients.IsGoneAsync(session.ClientId, cancellationToken)
                ? session
                : null;
    }

    // Seldom are there any: what a session was born of is looked at where it was exchanged for the token of another (RFC 8693).
    private async ValueTask<bool> DoAncestorsStandAsync(DatabaseLease database, Session session, CancellationToken cancellationToken)
    {
        if (session.Details is null || SessionDetails.Of(session).ExchangedFrom is not { } ancestors)
            return true;
        foreach (var ancestor in ancestors)
        {
            if (await database.Sessions.FindAsync(ancestor, cancellationToken) is not { RevokedAt: null } standing || standing.UserId != session.UserId)
                return false;
        }

        return true;
    }

    public void Forget(Guid sessionId, string tenant)
    {
        Interlocked.Increment(ref _endings);
        _alive.Remove((tenant, sessionId));
    }

    /// <summary>After many sessions of unknown ids ended at once.</summary>
    public void ForgetAll()
    {
        Interlocked.Increment(ref _endings);
        _alive.Clear();
    }

    public void Dispose() => _alive.Dispose();
}
