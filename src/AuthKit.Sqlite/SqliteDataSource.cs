using System.Collections.Concurrent;
using System.Data.Common;
using AuthKit.Records;
using Microsoft.Data.Sqlite;

namespace AuthKit.Sqlite;

/// <summary>A pool of open connections, each with its prepared statements.</summary>
/// <remarks>The driver's own pool closes a connection's statements with every use, and preparing them anew is half the time of a read.</remarks>
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

    // Calls are synchronous underneath: more connections than threads are of no use, and each has a page cache.
    private static readonly int MaxIdle = Math.Max(16, 2 * Environment.ProcessorCount);

    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
    private readonly ConcurrentBag<PooledConnection> _idle = [];
    private volatile bool _disposed;

    public override string ConnectionString => connectionString;

    /// <summary>Opens a connection; disposing of it gives it back.</summary>
    public PooledConnection Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_idle.TryTake(out var idle))
            return idle;
        var connection = new PooledConnection(_connectionString, this);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = SetUp;
            command.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException) when (IsFolderMissing())
        {
            connection.Destroy();
            throw new StoreUnavailableException("The SQLite database cannot be opened: the folder of its Data Source is not there. Make it, or name another.");
        }
        catch
        {
            connection.Destroy();
            throw;
        }
    }

    private bool IsFolderMissing() => Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource)) is { } folder && !Directory.Exists(folder);

    public void Return(PooledConnection connection)
    {
        if (_idle.Count >= MaxIdle)
        {
            connection.Destroy();
            return;
        }

        _idle.Add(connection);
        // Whoever disposed of the pool meanwhile may have looked into it already.
        if (_disposed)
            DestroyIdle();
    }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(_connectionString);

    protected override DbConnection OpenDbConnection() => Rent();

    // The driver has no asynchronous way to open a file; opening one takes microseconds.
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Rent());
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
        _disposed = true;
        DestroyIdle();
    }

    private void DestroyIdle()
    {
        while (_idle.TryTake(out var connection))
            connection.Destroy();
    }
}
