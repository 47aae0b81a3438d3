using System.Collections.Concurrent;
using AuthKit.Databases;

namespace AuthKit.Core.Tests.Tenants.Leases;

/// <summary>Opens a database for any alias, when and as the test says.</summary>
internal sealed class WatchedTenants : ITenantSource
{
    private readonly ConcurrentQueue<(string Alias, WatchedDatabase Database)> _opened = new();

    /// <summary>What happens before a tenant's database is open.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public IEnumerable<WatchedDatabase> Of(string alias) => _opened.Where(opened => opened.Alias == alias).Select(opened => opened.Database);

    public IEnumerable<string> Open => _opened.Where(opened => opened.Database.TimesClosed == 0).Select(opened => opened.Alias);

    public bool ClosedTwice => _opened.Any(opened => opened.Database.TimesClosed > 1);

    public async Task<IDatabase> OpenAsync(string alias, CancellationToken cancellationToken)
    {
        await Before(alias);
        var database = new WatchedDatabase();
        _opened.Enqueue((alias, database));
        return database;
    }
}
