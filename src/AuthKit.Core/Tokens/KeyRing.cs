using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Tenants;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Tokens;

/// <summary>
/// The keys, kept in the home database and cached for a few minutes. A successor is published before it signs and a
/// retired key verifies until its last token has expired; where several nodes race to add one, the store decides whose it is.
/// </summary>
internal sealed class KeyRing(HomeDatabase home, IKeyProtector protector, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<KeyRing> logger) : IDirectoryKey, IDisposable
{
    private static readonly TimeSpan ReloadInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PublishAhead = TimeSpan.FromHours(1);
    private static readonly TimeSpan VerifyMargin = TimeSpan.FromDays(1);
    private static readonly TimeSpan UnknownKeyInterval = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private Snapshot? _snapshot;

    private sealed record Snapshot(IReadOnlyList<SigningKey> Signing, byte[]? Directory, DateTimeOffset LoadedAt)
    {
        public IEnumerable<SigningKey> Of(KeyUse use) => Signing.Where(key => key.Record.Use == use);

        public SigningKey? Current(KeyUse use, DateTimeOffset now) => Of(use)
            .Where(key => key.Credentials is not null && key.Record.ActivatesAt <= now && now < key.Record.RetiresAt)
            .MaxBy(key => key.Record.Generation);

        /// <summary>Whether somebody has to make a key: none signs now, or none takes over from the one that does.</summary>
        public bool WantsSuccessor(KeyUse use, DateTimeOffset now, out DateTimeOffset from)
        {
            from = Current(use, now)?.Record.RetiresAt ?? now;
            var latest = from;
            return from - now < PublishAhead && !Of(use).Any(key => key.Credentials is not null && key.Record.ActivatesAt <= latest && latest < key.Record.RetiresAt);
        }
    }

    /// <summary>The key that signs now, of an algorithm among <see cref="TokenOptions.SigningAlgorithms"/>.</summary>
    public async ValueTask<SigningKey> GetSigningKeyAsync(KeyUse use, CancellationToken cancellationToken) =>
        (await GetAsync(ReloadInterval, cancellationToken)).Current(use, time.GetUtcNow())
        ?? (await GetAsync(TimeSpan.Zero, cancellationToken)).Current(use, time.GetUtcNow())
        ?? throw new InvalidOperationException("The key ring has no key to sign with.");

    /// <summary>The keys by which a token may be verified now.</summary>
    public async ValueTask<IReadOnlyList<SigningKey>> GetVerifyingKeysAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return [.. (await GetAsync(ReloadInterval, cancellationToken)).Signing.Where(key => now < key.Record.ExpiresAt)];
    }

    /// <summary>The key with this id, looked for in the store where another node may have made it a moment ago.</summary>
    public async ValueTask<SigningKey?> FindAsync(string? kid, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(kid, "N", out var id))
            return null;
        return Find(await GetAsync(ReloadInterval, cancellationToken)) ?? Find(await GetAsync(UnknownKeyInterval, cancellationToken));

        SigningKey? Find(Snapshot snapshot) => snapshot.Signing.FirstOrDefault(key => key.Record.Id == id && time.GetUtcNow() < key.Record.ExpiresAt);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was protected by a Data Protection key ring that this node does not share.</exception>
    public async ValueTask<byte[]> GetDirectoryKeyAsync(CancellationToken cancellationToken) =>
        (await GetAsync(ReloadInterval, cancellationToken)).Directory
        ?? throw new InvalidOperationException("The directory's key was protected by another Data Protection key ring. Give all nodes of one database the same ring (PersistKeysTo…, SetApplicationName).");

    private async ValueTask<Snapshot> GetAsync(TimeSpan maxAge, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _snapshot) is { } fresh && Serves(fresh, maxAge))
            return fresh;
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (Volatile.Read(ref _snapshot) is { } loaded && Serves(loaded, maxAge))
                return loaded;
            var snapshot = await LoadAsync(cancellationToken);
            Volatile.Write(ref _snapshot, snapshot);
            return snapshot;
        }
        catch (StoreUnavailableException) when (Volatile.Read(ref _snapshot) is not null)
        {
            // While the store is away, the cache serves beyond its time: the keys in it are as good as they were.
            return Volatile.Read(ref _snapshot)!;
        }
        finally
        {
            _loading.Release();
        }
    }

    // What was read in the future was read before the clock was set back: keys that sign now may be wanting.
    private bool Serves(Snapshot snapshot, TimeSpan maxAge) => time.GetUtcNow() is var now && snapshot.LoadedAt <= now && now - snapshot.LoadedAt < maxAge;

    private async Task<Snapshot> LoadAsync(CancellationToken cancellationToken)
    {
        var store = (await home.GetAsync(cancellationToken)).Keys;
        while (true)
        {
            var now = time.GetUtcNow();
            var records = await store.ListAsync(cancellationToken);
            var snapshot = new Snapshot(
                [.. records.Where(record => SigningKey.IsSigning(record.Use)).Select(record => SigningKey.From(record, protector))],
                DirectoryKey(records),
                now);
            if (!records.Any(record => record.Use == KeyUse.Directory))
                await store.AddAsync(NewDirectoryKey(now), cancellationToken);
            else if (!await AddSuccessorAsync(store, snapshot, now, cancellationToken))
                return snapshot;
        }
    }

    /// <summary>Adds the first key that is wanting.</summary>
    /// <returns>False where none is.</returns>
    private async Task<bool> AddSuccessorAsync(IKeyStore store, Snapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var use in options.Value.Tokens.SigningAlgorithms.Select(SigningAlgorithms.UseOf))
        {
            if (!snapshot.WantsSuccessor(use, now, out var from))
                continue;
            var generation = snapshot.Of(use).Select(key => key.Record.Generation).DefaultIfEmpty().Max() + 1;
            var retires = from + options.Value.Tokens.KeyRotationInterval;
            var expires = retires + LongestToken + VerifyMargin;
            var added = await store.AddAsync(SigningKey.Generate(use, protector, generation, from, retires, expires), cancellationToken);
            if (added && snapshot.Of(use).Any(key => key.Credentials is null))
                logger.ForeignKeys();
            if (added)
                logger.KeyAdded(use, generation, from, retires);
            return true;
        }

        return false;
    }

    private TimeSpan LongestToken => options.Value.Tokens.AccessTokenLifetime > options.Value.OAuth.IdTokenLifetime
        ? options.Value.Tokens.AccessTokenLifetime
        : options.Value.OAuth.IdTokenLifetime;

    private byte[]? DirectoryKey(IReadOnlyList<KeyRecord> records) =>
        records.FirstOrDefault(record => record.Use == KeyUse.Directory) is { } record && protector.TryUnprotect(record.ProtectedKey, out var key) ? key : null;

    private KeyRecord NewDirectoryKey(DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Use = KeyUse.Directory,
        Generation = 1,
        PublicKey = [],
        ProtectedKey = protector.Protect(RandomNumberGenerator.GetBytes(32)),
        ActivatesAt = now,
        RetiresAt = Never,
        ExpiresAt = Never,
    };

    // The largest time that every supported engine can hold.
    private static DateTimeOffset Never => new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Dispose() => _loading.Dispose();
}
