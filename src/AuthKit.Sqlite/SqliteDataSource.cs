using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AuthKit.Sqlite;

/// <summary>The driver's pooled connections, each set up once, when the driver first opens the file for it.</summary>
internal sealed class SqliteDataSource(string connectionString, TimeSpan busyTimeout) : DbDataSource
{
    // Of these only journal_mode lives in the file. FULL means a commit is on the disk before it is acknowledged: an
    // account that was made survives a power cut. Under NORMAL, the last commits would not.
    private readonly string _setUp =
        $"""
        PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds};
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        """;

    private readonly ConditionalWeakTable<sqlite3, object> _ready = [];

    public override string ConnectionString => connectionString;

    protected override DbConnection CreateDbConnection() => new SqliteConnection(connectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            SetUp(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // The driver has no asynchronous way to open a file; opening one takes microseconds.
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(OpenDbConnection());
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    protected override ValueTask DisposeAsyncCore()
    {
        Dispose(disposing: true);
        return default;
    }

    private void SetUp(SqliteConnection connection)
    {
        if (connection.Handle is not { } handle || _ready.TryGetValue(handle, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = _setUp;
        command.ExecuteNonQuery();
        _ready.AddOrUpdate(handle, this);
    }
}
