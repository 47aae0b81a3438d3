using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AuthKit.Sqlite;

/// <summary>The driver's pooled connections, each set up once, when the driver first opens the file for it.</summary>
internal sealed class SqliteDataSource(string connectionString) : DbDataSource
{
    // Of these only journal_mode lives in the file. FULL means a commit is on the disk before it is acknowledged: an
    // account that was made survives a power cut. Under NORMAL, the last commits would not.
    private const string SetUp =
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        """;

    private readonly ConditionalWeakTable<sqlite3, object> _ready = [];

    public override string ConnectionString => connectionString;

    /// <summary>Opens a connection, or disposes of it where it cannot.</summary>
    public void Open(SqliteConnection connection)
    {
        try
        {
            connection.Open();
            if (connection.Handle is not { } handle || _ready.TryGetValue(handle, out _))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = SetUp;
            command.ExecuteNonQuery();
            _ready.AddOrUpdate(handle, this);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(connectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = new SqliteConnection(connectionString);
        Open(connection);
        return connection;
    }

    // The driver has no asynchronous way to open a file; opening one takes microseconds.
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(OpenDbConnection());
    }

    protected override ValueTask DisposeAsyncCore()
    {
        Dispose(disposing: true);
        return default;
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
