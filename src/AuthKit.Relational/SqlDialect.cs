using System.Data.Common;
using System.Net.Sockets;
using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>What one engine does differently from the others: in the statements of calls, in the definitions of tables, in its driver and its errors.</summary>
public abstract class SqlDialect : QueryDialect
{
    /// <summary>The engine's name, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>How a statement ends for a caller who gives up.</summary>
    public virtual Cancellation Cancellation => Cancellation.OfStatement;

    /// <summary>The query for the server's time in UTC; null where the engine has no server.</summary>
    public virtual string? CurrentTime => null;

    /// <summary>The engine's type for a column.</summary>
    /// <param name="type">What the column holds.</param>
    /// <param name="length">The most UTF-16 units of text, or bytes; 0 for other types.</param>
    public abstract string TypeOf(ColumnType type, int length);

    /// <summary>Whether an error says that a primary key or unique index has the value already.</summary>
    public abstract bool IsDuplicateKey(DbException exception);

    /// <summary>Whether an error says that a statement was given up for others it had locked out, so that it may be sent again.</summary>
    public virtual bool IsDeadlock(DbException exception) => false;

    /// <summary>Whether an error says that the database cannot be reached, or gave up, and that asking again later may succeed.</summary>
    public virtual bool IsUnavailable(Exception exception) =>
        exception is DbException { IsTransient: true } or SocketException or IOException or TimeoutException;

    /// <summary>The unique index that a duplicate key was refused by; null where the error does not tell for certain.</summary>
    /// <param name="table">The table.</param>
    /// <param name="exception">An error that <see cref="IsDuplicateKey"/> recognises.</param>
    public virtual TableIndex? RefusedBy(Table table, DbException exception) => null;

    /// <summary>Gives a command a parameter, in the driver's own type; one that is there already takes the new value.</summary>
    /// <param name="parameters">The command's parameters.</param>
    /// <param name="index">The parameter's place, from 0.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="value">The value.</param>
    public abstract void Bind(DbParameterCollection parameters, int index, ColumnType type, in Value value);

    /// <summary>Begins the statement that makes a table where it is not there yet.</summary>
    public virtual string CreateTable(string table) => $"CREATE TABLE IF NOT EXISTS {table}";

    /// <summary>Follows the closing parenthesis of a table's definition.</summary>
    public virtual string TableOptions => "";

    /// <summary>Begins the statement that makes an index where it is not there yet.</summary>
    public virtual string CreateIndex(string index, string table, bool unique) =>
        $"CREATE {(unique ? "UNIQUE INDEX" : "INDEX")} IF NOT EXISTS {index} ON {table}";

    /// <summary>
    /// Whether indexes stand inside a table's definition, as they must where definitions are not transactional: table
    /// and indexes then come to be together.
    /// </summary>
    public virtual bool IndexesInTable => false;

    /// <summary>Begins the statement that adds a column where it is not there yet; the column's definition follows.</summary>
    public virtual string AddColumn(string table, string column) => $"ALTER TABLE {table} ADD COLUMN";

    /// <summary>The statement that takes an index away where it is there.</summary>
    public virtual string DropIndex(string index, string table) => $"DROP INDEX IF EXISTS {index}";

    /// <summary>
    /// Whether an error says that a column or index is there already, or is gone: asked where definitions are not
    /// transactional and cannot be made conditional, so that an update that broke off can be made again.
    /// </summary>
    public virtual bool IsTaken(DbException exception) => false;

    /// <summary>Follows a unique index on a column that may be null, where the engine would take two nulls for equal.</summary>
    public virtual string UniqueUnlessNull(string column) => "";

    /// <summary>
    /// What takes the lock under which the schema is brought up to date, run first in the transaction; null where beginning
    /// the transaction takes it. It has to wait for a holder; where it gives up, it fails or gives 0.
    /// </summary>
    public virtual string? LockSchema => null;

    /// <summary>What gives the lock back, where the end of the transaction does not.</summary>
    public virtual string? UnlockSchema => null;
}
