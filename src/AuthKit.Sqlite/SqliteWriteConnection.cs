using System.Data;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace AuthKit.Sqlite;

/// <summary>Commits when it is closed and lets the next writer go on. A statement that failed has undone itself by then.</summary>
internal sealed class SqliteWriteConnection(string connectionString, SemaphoreSlim turn) : SqliteConnection(connectionString)
{
    private SemaphoreSlim? _turn = turn;

    public override void Close()
    {
        try
        {
            if (State == ConnectionState.Open && sqlite3_get_autocommit(Handle) == 0)
                Commit();
        }
        finally
        {
            base.Close();
            Interlocked.Exchange(ref _turn, null)?.Release();
        }
    }

    private void Commit()
    {
        var result = sqlite3_exec(Handle, "COMMIT");
        if (result == SQLITE_OK)
            return;
        try
        {
            SqliteException.ThrowExceptionForRC(result, Handle);
        }
        finally
        {
            // Otherwise the pool would hand out a connection in the middle of a transaction.
            _ = sqlite3_exec(Handle, "ROLLBACK");
        }
    }
}
