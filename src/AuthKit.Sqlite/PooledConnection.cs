using System.Data;
using System.Data.Common;
using AuthKit.Relational;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace AuthKit.Sqlite;

/// <summary>A connection that stays open, with its prepared statements, and goes back to its pool when it is disposed of.</summary>
internal sealed class PooledConnection(string connectionString, SqliteDataSource pool) : SqliteConnection(connectionString), IKeepsStatements
{
    private readonly Dictionary<string, PreparedCommand> _commands = new(StringComparer.Ordinal);
    private SemaphoreSlim? _turn;
    private bool _destroyed;

    /// <summary>Lets the next writer go on when this connection has been used to write.</summary>
    public void WriteWith(SemaphoreSlim turn) => _turn = turn;

    public DbCommand CommandOf(string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
            _commands.Add(sql, command = new() { Connection = this, CommandText = sql });
        return command;
    }

    /// <summary>Closes the connection for good.</summary>
    public void Destroy()
    {
        _destroyed = true;
        foreach (var command in _commands.Values)
            command.Destroy();
        Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (_destroyed)
        {
            base.Dispose(disposing);
            return;
        }

        if (!disposing)
            return;
        var turn = _turn;
        _turn = null;
        try
        {
            EndTransaction();
            pool.Return(this);
        }
        catch
        {
            Destroy();
            throw;
        }
        finally
        {
            turn?.Release();
        }
    }

    /// <summary>Commits what was written. A statement that failed has undone itself by then.</summary>
    private void EndTransaction()
    {
        if (State != ConnectionState.Open || sqlite3_get_autocommit(Handle) != 0)
            return;
        var result = sqlite3_exec(Handle, "COMMIT");
        SqliteException.ThrowExceptionForRC(result, Handle);
    }

    private sealed class PreparedCommand : SqliteCommand
    {
        public void Destroy() => base.Dispose(disposing: true);

        // Otherwise its statements would have to be prepared again.
        protected override void Dispose(bool disposing)
        {
        }
    }
}
