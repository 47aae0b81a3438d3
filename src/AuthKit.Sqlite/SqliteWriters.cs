using System.Data.Common;
using AuthKit.Records;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace AuthKit.Sqlite;

/// <summary>
/// Connections that hold the file's write lock, which SQLite gives to one at a time. Writers of this process wait in a
/// queue and one of them at the lock, all in order and none on a thread. Left to themselves they would poll for the lock
/// on threads of the pool, out of order: the driver every 150 ms, and some builds of SQLite once in a second.
/// </summary>
internal sealed class SqliteWriters(SqliteDataSource source, TimeSpan patience) : DbDataSource
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);

    public override string ConnectionString => source.ConnectionString;

    protected override DbConnection CreateDbConnection() => source.CreateConnection();

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        if (!await _turn.WaitAsync(patience, cancellationToken))
            throw new StoreUnavailableException("The SQLite database is busy: too many writes are waiting.");
        PooledConnection? connection = null;
        try
        {
            connection = source.Rent();
            await LockAsync(connection, cancellationToken);
            connection.WriteWith(_turn);
            return connection;
        }
        catch
        {
            connection?.Dispose();
            _turn.Release();
            throw;
        }
    }

    protected override ValueTask DisposeAsyncCore()
    {
        _turn.Dispose();
        return default;
    }

    private async Task LockAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        int result;
        // Past the driver, which would sleep on a busy database.
        while (IsBusy(result = sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE")) && TimeProvider.System.GetElapsedTime(started) < patience)
            await Task.Delay(Poll, cancellationToken);
        SqliteException.ThrowExceptionForRC(result, connection.Handle);
    }

    // The low byte says what, the rest why.
    private static bool IsBusy(int result) => (result & 0xff) == SQLITE_BUSY;
}
