using System.Data.Common;
using AuthKit.Conformance;
using AuthKit.Relational;

namespace AuthKit.Stores.Tests.Servers;

/// <summary>An engine on a server: each fixture's databases are made for it, and dropped after it.</summary>
/// <param name="store">What names the server in the environment.</param>
/// <param name="driver">The engine's driver.</param>
/// <param name="own">The fixture's own server, where it has one.</param>
public abstract class ServerEngine(string store, DbProviderFactory driver, ScriptedServer? own) : TestEngine, IRestartable
{
    private readonly List<string> _names = [];

    public abstract SqlDialect Dialect { get; }

    /// <summary>The options of a new database: where there is a choice, ones that AuthKit must not depend on.</summary>
    protected abstract string DatabaseOptions { get; }

    protected virtual string Drop(string name) => $"DROP DATABASE {name}";

    /// <summary>The connections that the adapter would use.</summary>
    public abstract DbDataSource CreateSource(string connectionString);

    public override async Task<string> CreateDatabaseAsync()
    {
        var server = TestServer.Require(store);
        if (own is not null)
        {
            await own.StartAsync();
            server = own.ConnectionString;
        }

        var name = $"authkit_{Guid.NewGuid():N}";
        await RunAsync(server, $"CREATE DATABASE {name} {DatabaseOptions}");
        _names.Add(name);
        return new DbConnectionStringBuilder { ConnectionString = server, ["Database"] = name }.ConnectionString;
    }

    /// <summary>Runs a statement past AuthKit.</summary>
    /// <returns>The first column of what it selects.</returns>
    public async Task<List<object>> RunAsync(string connectionString, string sql)
    {
        await using var source = driver.CreateDataSource(connectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<object>();
        while (await reader.ReadAsync())
            values.Add(reader.GetValue(0));
        return values;
    }

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

        foreach (var name in _names)
            await RunAsync(TestServer.Require(store), Drop(name));
    }
}
