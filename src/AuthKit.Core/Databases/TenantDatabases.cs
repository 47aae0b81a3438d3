using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Databases;

/// <summary>
/// The databases of tenants, of which a bounded number stays open. One in use is never closed: beyond the bound it goes
/// when its last use ends.
/// </summary>
internal sealed class TenantDatabases(ITenantSource source, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<TenantDatabases> logger) : IAsyncDisposable
{
    private static readonly TimeSpan ClosingPatience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, PreparedDatabase> _all = new(StringComparer.Ordinal);
    private int _open;

    /// <summary>A tenant's database; disposing of it ends this use of it.</summary>
    public async ValueTask<DatabaseLease> LeaseAsync(string alias, CancellationToken cancellationToken)
    {
        var prepared = _all.GetOrAdd(alias, static (alias, all) => new(token => all.OpenAsync(alias, token), all.TimeOf, all.KeepBound), this);
        var lease = await prepared.LeaseAsync(cancellationToken);
        KeepBound();
        return lease;
    }

    /// <summary>Every database that is open now, each to be disposed of before the next is asked for.</summary>
    public IEnumerable<(string Tenant, DatabaseLease Database)> LeaseOpen()
    {
        foreach (var (tenant, prepared) in _all)
        {
            if (prepared.LeaseIfOpen() is { } database)
                yield return (tenant, database);
        }
    }

    /// <summary>Closes what nobody has used for as long as <see cref="TenantDatabaseOptions.IdleTimeout"/>.</summary>
    public async Task CloseIdleAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.TenantDatabases.IdleTimeout;
        foreach (var (_, prepared) in _all.Where(pair => pair.Value.IsOpen && pair.Value.LastUsed <= before))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A database that takes its time to close must not keep the others open.
            await CloseAsync(prepared).WaitAsync(ClosingPatience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, prepared) in _all)
            await prepared.DisposeAsync();
    }

    private TimeProvider TimeOf => time;

    private async Task<DatabasePorts> OpenAsync(string alias, CancellationToken cancellationToken)
    {
        var database = await source.OpenAsync(alias, cancellationToken);
        Interlocked.Increment(ref _open);
        return new(database, replaced: []);
    }

    private void KeepBound()
    {
        var most = options.Value.TenantDatabases.MaxOpen;
        if (Volatile.Read(ref _open) <= most)
            return;
        foreach (var (_, eldest) in _all.Where(pair => pair.Value.IsOpen).OrderBy(pair => pair.Value.LastUsed))
        {
            if (Volatile.Read(ref _open) <= most)
                return;
            // Not waited for: a tenant that takes its time to close must not slow the one who came.
            _ = CloseAsync(eldest);
        }
    }

    private async Task CloseAsync(PreparedDatabase prepared)
    {
        if (prepared.TakeIfUnused() is not { } database)
            return;
        Interlocked.Decrement(ref _open);
        try
        {
            await database.DisposeAsync();
        }
        catch (Exception e)
        {
            logger.NotClosed(e.GetType().Name);
        }
    }
}
