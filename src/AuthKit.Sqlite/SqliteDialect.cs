using System.Data.Common;
using AuthKit.Relational;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace AuthKit.Sqlite;

/// <summary>SQLite, from 3.35: ids are 16-byte blobs that sort by age, times are whole microseconds since 1970.</summary>
public sealed class SqliteDialect : SqlDialect
{
    /// <inheritdoc/>
    public override string Name => "SQLite";

    /// <inheritdoc/>
    public override string ColumnType(SqlType type, int length) => type switch
    {
        SqlType.Id or SqlType.Binary => "BLOB",
        SqlType.Text or SqlType.ExactText => "TEXT",
        _ => "INTEGER",
    };

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: SQLITE_CONSTRAINT_UNIQUE or SQLITE_CONSTRAINT_PRIMARYKEY };

    /// <summary>Whatever is wrong with the file or its locks, rather than with a statement.</summary>
    /// <inheritdoc/>
    public override bool IsUnavailable(Exception exception) => exception is SqliteException
    {
        SqliteErrorCode: SQLITE_BUSY or SQLITE_LOCKED or SQLITE_CANTOPEN or SQLITE_IOERR or SQLITE_FULL or SQLITE_READONLY or SQLITE_PERM
            or SQLITE_AUTH or SQLITE_NOTADB or SQLITE_CORRUPT or SQLITE_PROTOCOL or SQLITE_NOMEM or SQLITE_INTERRUPT,
    };

    /// <inheritdoc/>
    public override void Bind(DbParameter parameter, SqlType type, object? value) => parameter.Value = value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        DateTime time => (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
        _ => value,
    };

    /// <inheritdoc/>
    public override DateTime ReadTime(DbDataReader reader, int ordinal) =>
        DateTime.UnixEpoch.AddTicks(reader.GetInt64(ordinal) * TimeSpan.TicksPerMicrosecond);
}
