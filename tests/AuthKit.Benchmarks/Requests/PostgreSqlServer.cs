using Npgsql;

namespace AuthKit.Benchmarks.Requests;

/// <summary>The PostgreSQL on this machine that all hosts share; each has a database of its own there.</summary>
/// <param name="connectionString">Somebody who may make databases.</param>
internal sealed class PostgreSqlServer(string connectionString) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);
    private readonly List<string> _databases = [];

    /// <summary>The server's first process, whose children serve the connections.</summary>
    public async Task<int> FindProcessAsync()
    {
        await using var command = _source.CreateCommand("SELECT pg_backend_pid()");
        return ProcessTimes.ParentOf((int)(await command.ExecuteScalarAsync())!);
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"bench_{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {name}");
        _databases.Add(name);
        return new NpgsqlConnectionStringBuilder(connectionString) { Database = name }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
            await RunAsync($"DROP DATABASE {database} WITH (FORCE)");
        await _source.DisposeAsync();
    }

    private async Task RunAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
