using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ApiKeys;

/// <summary>
/// The keys in use, as they were read a moment ago: cached for <see cref="TokenOptions.SessionCheckInterval"/> as sessions are, so that
/// one which ends on another node ends here after that, and one which ends here ends at once.
/// </summary>
internal sealed class LiveApiKeys(UserDatabases databases, Subjects subjects, ApiKeyFields fields, IOptions<AuthKitOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>How exactly the last use is known: it is written once in this time at the most.</summary>
    private static readonly TimeSpan Coarseness = TimeSpan.FromMinutes(1);

    private readonly RecentReads<(string Tenant, Guid Handle), (ApiKey Key, ApiKeyCaller Caller)> _live = new(options, time);
    private int _endings;

    /// <summary>The key that a token opens, and for whom; no key where it opens none, no caller where the key counts no more.</summary>
    /// <param name="token">The token, of a tenant that is known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<(ApiKey? Key, ApiKeyCaller? Caller)> FindAsync(OpaqueToken token, CancellationToken cancellationToken)
    {
        var (hash, now, endings) = (TokenSecret.Hash(token.Secret), time.GetUtcNow(), Volatile.Read(ref _endings));
        // What does not open what was read may be the secret that another node has given the key since.
        if (_live.TryGet(PlaceOf(token), out var known) && ApiKey.IsOpened(known.Key, hash, now))
            return (known.Key, known.Key.IsExpired(now) ? null : known.Caller);
        await using var database = await databases.OfAsync(token.Tenant, cancellationToken);
        var key = await database.ApiKeys.FindByHandleAsync(token.Handle, cancellationToken);
        if (!ApiKey.IsOpened(key, hash, now))
            return (null, null);
        if (key!.IsExpired(now) || await database.Users.FindByIdAsync(key.UserId, cancellationToken) is not { } user || !user.IsOfCredentials(key.CredentialVersion))
            return (key, null);
        var caller = new ApiKeyCaller(user.Id, key.Id, token.Tenant, fields.EffectiveScope(key))
        {
            Subject = await subjects.OfAsync(user.Id, token.Tenant, client: null, cancellationToken),
            ExpiresAt = key.ExpiresAt,
        };
        if (key.LastUsedAt is not { } last || (now - last).Duration() >= Coarseness)
            key = await NoteUseAsync(database.ApiKeys, key, now, cancellationToken);
        _live.Keep(PlaceOf(token), (key, caller), now);
        // A race: what was read before a key ended must not stay in the cache after it.
        if (endings != Volatile.Read(ref _endings))
            _live.Remove(PlaceOf(token));
        return (key, caller);
    }

    /// <summary>After a key was changed or taken away.</summary>
    public void Forget(string tenant, ApiKey key)
    {
        Interlocked.Increment(ref _endings);
        _live.Remove((tenant, new(key.Handle)));
    }

    /// <summary>After the keys of an account ended.</summary>
    public void ForgetAll()
    {
        Interlocked.Increment(ref _endings);
        _live.Clear();
    }

    public void Dispose() => _live.Dispose();

    private static (string Tenant, Guid Handle) PlaceOf(OpaqueToken token) => (token.Tenant, new(token.Handle));

    private static async Task<ApiKey> NoteUseAsync(ApiKeyStore keys, ApiKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await keys.NoteUseAsync(key, now, cancellationToken);
            return key with { LastUsedAt = now };
        }
        catch (StoreUnavailableException)
        {
            // Nobody is kept out because a note of it could not be made; the next use makes one.
            return key;
        }
    }
}
