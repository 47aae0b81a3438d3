using System.Data.Common;
using AuthKit.Relational;
using AuthKit.TestServers;

namespace AuthKit.Stores.Tests.Servers;

/// <summary>An engine on a server: each fixture's databases are made for it, and dropped after it.</summary>
/// <param name="server">How that is done.</param>
/// <param name="own">The fixture's own server, where it has one.</param>
/// <param name="databaseOptions">The options of a new database, where they are not the usual ones.</param>
public abstract class ServerEngine(SqlTestServer server, ScriptedServer? own, string? databaseOptions = null) : TestEngine, IRestartable
{
    private readonly List<string> _databases = [];

    public abstract SqlDialect Dialect { get; }

    /// <summary>The connections that the adapter would use.</summary>
    public abstract DbDataSource CreateSource(string connectionString);

    public override async Task<string> CreateDatabaseAsync()
    {
        var address = server.Require();
        if (own is not null)
        {
            await own.StartAsync();
            address = own.ConnectionString;
        }

        var database = await server.CreateDatabaseAsync(address, databaseOptions ?? server.DatabaseOptions);
        _databases.Add(database);
        return database;
    }

    /// <summary>Runs a statement past AuthKit.</summary>
    /// <returns>The first column of what it selects.</returns>
    public Task<List<object>> RunAsync(string connectionString, string sql) => server.RunAsync(connectionString, sql);

    public Task StartServerAsync() => own!.StartAsync();

    public Task StopServerAsync() => own!.StopAsync();

    public Task KillServerAsync() => own!.KillAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (own is not null)
        {
            await own.DisposeAsync();
            return;
        }

        foreach (var database in _databases)
            await server.DropDatabaseAsync(server.Require(), database);
    }
}
