using AuthKit.Databases;
using AuthKit.Stores.Tests.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>SQLite through a host's context, by a file.</summary>
public sealed class SqliteContextEngine : TestEngine, IContextEngine
{
    private readonly SqliteFolder _folder = new();
    private readonly ContextHosts _hosts = new(DatabaseEngine.Sqlite, static (options, connectionString) => options.UseSqlite(connectionString));

    public override IStoreProvider Provider => _hosts;

    public void Use(DbContextOptionsBuilder options, string connectionString) => options.UseSqlite(connectionString);

    public override async Task<string> CreateDatabaseAsync()
    {
        var connectionString = await CreateEmptyDatabaseAsync();
        await _hosts.Host(connectionString).CreateTablesAsync<KitContext>();
        return connectionString;
    }

    public Task<string> CreateEmptyDatabaseAsync() => Task.FromResult($"Data Source={_folder.NewPath()}");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _hosts.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
