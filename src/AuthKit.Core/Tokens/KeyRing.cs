using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Records;
using AuthKit.Telemetry;
using AuthKit.Tenants;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Tokens;

/// <summary>
/// The keys, kept in the home database and cached for a few minutes. A successor is published before it signs and a
/// retired key verifies until its last token has expired; where several nodes race to add one, the store decides whose it is.
/// </summary>
internal sealed class KeyRing(HomeDatabase home, IKeyProtector protector, IOptions<AuthKitOptions> options, IEvents events, AuthKitMetrics metrics, TimeProvider time, ILogger<KeyRing> logger) : IKeyRing, IDirectoryKey, IDisposable
{
    private static readonly TimeSpan ReloadInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PublishAhead = TimeSpan.FromHours(1);
    private static readonly TimeSpan VerifyMargin = TimeSpan.FromDays(1);
    private static readonly TimeSpan UnknownKeyInterval = TimeSpan.FromSeconds(10);

    /// <summary>How long a caller waits for keys to be read again while those that were read before would do.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>The length of the directory's key; no sealed signing key passes for it.</summary>
    public const int DirectoryKeyBytes = 32;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _ending = new();
    private Task<KeySnapshot>? _loading;
    private KeySnapshot? _snapshot;
    private int _epoch;

    /// <summary>Raised when a key was retired, so that nobody takes for good what was verified by it before.</summary>
    public int Epoch => Volatile.Read(ref _epoch);

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

        SigningKey? Find(KeySnapshot snapshot) => snapshot.Signing.FirstOrDefault(key => key.Record.Id == id && time.GetUtcNow() < key.Record.ExpiresAt);
    }

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">It was sealed by a Data Protection key ring that this node does not share.</exception>
    public async ValueTask<byte[]> GetDirectoryKeyAsync(CancellationToken cancellationToken) =>
        (await GetAsync(ReloadInterval, cancellationToken)).Directory
        ?? throw new StoreUnavailableException("The directory's key was sealed by another Data Protection key ring. Give all nodes of one database the same ring (PersistKeysTo…, SetApplicationName), or restore the one that was lost.");

    /// <inheritdoc/>
    public async ValueTask<bool> HasDirectoryKeyAsync(CancellationToken cancellationToken) =>
        (await GetAsync(ReloadInterval, cancellationToken)).Directory is not null;

    /// <summary>What of the ring this node cannot unseal.</summary>
    public async ValueTask<SealedKeys> GetSealedAsync(CancellationToken cancellationToken)
    {
        var snapshot = await GetAsync(ReloadInterval, cancellationToken);
        return new(snapshot.Directory is null, snapshot.Foreign(time.GetUtcNow()));
    }

    /// <inheritdoc/>
    public async Task<bool> RetireAsync(string kid, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(kid, "N", out var id))
            return false;
        var database = await home.GetAsync(cancellationToken);
        if (!await database.Keys.RemoveAsync(id, cancellationToken))
            return false;
        await events.RaiseAsync(new SigningKeyRetired(kid), cancellationToken);
        // Not the load that may be under way, which may have read the key still.
        var load = LoadAsync(_ending.Token);
        Keep(await load.WaitAsync(cancellationToken));
        return true;
    }

    /// <inheritdoc/>
    public async Task<byte[]> ExportDirectoryKeyAsync(CancellationToken cancellationToken) => [.. await GetDirectoryKeyAsync(cancellationToken)];

    /// <inheritdoc/>
    public async Task RestoreDirectoryKeyAsync(byte[] key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var snapshot = await GetAsync(TimeSpan.Zero, cancellationToken);
        if (key.Length != DirectoryKeyBytes || (snapshot.Directory is { } known && !CryptographicOperations.FixedTimeEquals(known, key)))
            throw new ArgumentException("This is not the directory's key.", nameof(key));
        if (snapshot.Directory is not null)
            return;
        var database = await home.GetAsync(cancellationToken);
        await database.Keys.AddAsync(NewDirectoryKey(time.GetUtcNow(), key, snapshot.NextDirectoryGeneration), cancellationToken);
        Keep(await LoadAsync(_ending.Token).WaitAsync(cancellationToken));
    }

    private async ValueTask<KeySnapshot> GetAsync(TimeSpan maxAge, CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref _snapshot);
        if (known is not null && Serves(known, maxAge))
            return known;
        var loading = Load();
        if (known is null)
            return await loading.WaitAsync(cancellationToken);
        try
        {
            return await loading.WaitAsync(maxAge == ReloadInterval ? Patience : Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            // While the store is away, the cache serves beyond its time: the keys in it are as good as they were.
            return Volatile.Read(ref _snapshot)!;
        }
    }

    /// <summary>The one load under way, for whoever asks meanwhile; none of them ends it for the others.</summary>
    private Task<KeySnapshot> Load()
    {
        lock (_lock)
        {
            if (_loading is null or { IsCompleted: true })
                _loading = Task.Run(async () => Keep(await LoadAsync(_ending.Token)), _ending.Token);
            return _loading;
        }
    }

    // What was read in the future was read before the clock was set back: keys that sign now may be wanting.
    private bool Serves(KeySnapshot snapshot, TimeSpan maxAge) => time.GetUtcNow() is var now && snapshot.LoadedAt <= now && now - snapshot.LoadedAt < maxAge;

    private KeySnapshot Keep(KeySnapshot snapshot)
    {
        lock (_lock)
        {
            if (_snapshot?.Signing.Any(key => time.GetUtcNow() < key.Record.ExpiresAt && snapshot.Signing.All(other => other.Record.Id != key.Record.Id)) is true)
                _epoch++;
            Volatile.Write(ref _snapshot, snapshot);
            return snapshot;
        }
    }

    private async Task<KeySnapshot> LoadAsync(CancellationToken cancellationToken)
    {
        var loaded = false;
        try
        {
            var snapshot = await ReadAsync(cancellationToken);
            loaded = true;
            return snapshot;
        }
        finally
        {
            metrics.KeyRingLoaded(loaded);
        }
    }

    private async Task<KeySnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var store = (await home.GetAsync(cancellationToken)).Keys;
        while (true)
        {
            var now = time.GetUtcNow();
            var snapshot = KeySnapshot.Of(await store.ListAsync(cancellationToken), protector, now);
            if (!snapshot.Records.Any(record => record.Use == KeyUse.Directory))
                await store.AddAsync(NewDirectoryKey(now, RandomNumberGenerator.GetBytes(DirectoryKeyBytes), generation: 1), cancellationToken);
            else if (!await AddSuccessorAsync(store, snapshot, now, cancellationToken))
                return snapshot;
        }
    }

    /// <summary>Adds the first key that is wanting.</summary>
    /// <returns>False where none is.</returns>
    private async Task<bool> AddSuccessorAsync(IKeyStore store, KeySnapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var use in options.Value.Tokens.SigningAlgorithms.Select(SigningAlgorithms.UseOf))
        {
            if (!snapshot.WantsSuccessor(use, now, PublishAhead, out var from))
                continue;
            var generation = snapshot.NextGeneration(use);
            var retires = from + options.Value.Tokens.KeyRotationInterval;
            var expires = retires + options.Value.LongestToken + VerifyMargin;
            var key = SigningKey.Generate(use, protector, generation, from, retires, expires);
            var added = await store.AddAsync(key, cancellationToken);
            if (added && snapshot.Foreign(now) > 0)
                logger.ForeignKeys();
            if (added)
                await events.RaiseAsync(new SigningKeyAdded(key.Id.ToString("N"), SigningAlgorithms.Of(use), from, retires), cancellationToken);
            return true;
        }

        return false;
    }

    private KeyRecord NewDirectoryKey(DateTimeOffset now, byte[] key, int generation) => new()
    {
        Id = Guid.CreateVersion7(now),
        Use = KeyUse.Directory,
        Generation = generation,
        PublicKey = [],
        ProtectedKey = protector.Protect(key),
        ActivatesAt = now,
        RetiresAt = Never,
        ExpiresAt = Never,
    };

    // The largest time that every supported engine can hold.
    private static DateTimeOffset Never => new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Dispose()
    {
        // Once for each service that it is registered as.
        if (_ending.IsCancellationRequested)
            return;
        _ending.Cancel();
        _ending.Dispose();
    }
}
