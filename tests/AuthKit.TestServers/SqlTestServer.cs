using System.Data.Common;

namespace AuthKit.TestServers;

/// <summary>A relational engine on a server.</summary>
/// <param name="store">Its name in <c>AUTHKIT_TEST_…</c>.</param>
/// <param name="driver">Its driver.</param>
public sealed partial class SqlTestServer(string store, DbProviderFactory driver) : TestServer(store)
{
    private const string Database = "Database";

    // Not every server makes two databases at once.
    private readonly SemaphoreSlim _creating = new(1, 1);

    /// <summary>The options of a new database: where there is a choice, ones that AuthKit must not depend on.</summary>
    public required string DatabaseOptions { get; init; }

    /// <summary>An expression for the schema that a connection works in.</summary>
    public required string CurrentSchema { get; init; }

    /// <summary>What drops a database although connections to it are pooled, where the engine has that.</summary>
    public string Force { get; init; } = "";

    /// <summary>Closes what is pooled, where the engine drops no database before.</summary>
    public Action ClosePools { get; init; } = () => { };

    public override Task<string> CreateDatabaseAsync(string server) => CreateDatabaseAsync(server, DatabaseOptions);

    public async Task<string> CreateDatabaseAsync(string server, string options)
    {
        var name = NewName();
        await _creating.WaitAsync();
        try
        {
            await RunAsync(server, $"CREATE DATABASE {name} {options}");
        }
        finally
        {
            _creating.Release();
        }

        return new DbConnectionStringBuilder { ConnectionString = server, [Database] = name }.ConnectionString;
    }

    public override async Task EmptyAsync(string database)
    {
        var tables = await RunAsync(database, $"SELECT table_name FROM information_schema.tables WHERE table_schema = {CurrentSchema} AND table_name LIKE 'authkit%' AND table_name <> 'authkit_schema'");
        if (tables.Count > 0)
            await RunAsync(database, string.Join(';', tables.Select(table => $"DELETE FROM {table}{(table is "authkit_keys" ? " WHERE generation > 1" : "")}")));
    }

    public override async Task DropDatabaseAsync(string server, string database)
    {
        ClosePools();
        await RunAsync(server, $"DROP DATABASE {new DbConnectionStringBuilder { ConnectionString = database }[Database]} {Force}");
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
}
