using System.Data.Common;
using AuthKit.Records;
using AuthKit.Relational;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace AuthKit.Sqlite;

/// <summary>SQLite, from 3.35: ids are 16-byte blobs that sort by age, times are whole microseconds since 1970.</summary>
public sealed class SqliteDialect : SqlDialect
{
    private const string BeforeColumns = "UNIQUE constraint failed: ";

    // The driver keeps values as objects; these two are most of the numbers.
    private static readonly object[] Boxed = [0L, 1L];

    /// <inheritdoc/>
    public override string Name => "SQLite";

    /// <inheritdoc/>
    public override string TypeOf(ColumnType type, int length) => type switch
    {
        ColumnType.Id or ColumnType.Binary => "BLOB",
        ColumnType.Text or ColumnType.ExactText => "TEXT",
        _ => "INTEGER",
    };

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: SQLITE_CONSTRAINT_UNIQUE or SQLITE_CONSTRAINT_PRIMARYKEY };

    /// <summary>SQLite names the columns, in one language and without their values: <c>UNIQUE constraint failed: authkit_users.normalized_email</c>.</summary>
    /// <inheritdoc/>
    public override TableIndex? RefusedBy(Table table, DbException exception)
    {
        var start = exception.Message.IndexOf(BeforeColumns, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var columns = exception.Message.AsSpan(start + BeforeColumns.Length).TrimEnd("'.").ToString();
        return table.UniqueIndexes.FirstOrDefault(index => columns == string.Join(", ", index.Columns.Select(column => $"{table.Name}.{column.Name}")));
    }

    /// <summary>Whatever is wrong with the file or its locks, rather than with a statement.</summary>
    /// <inheritdoc/>
    public override bool IsUnavailable(Exception exception) => exception is SqliteException
    {
        SqliteErrorCode: SQLITE_BUSY or SQLITE_LOCKED or SQLITE_CANTOPEN or SQLITE_IOERR or SQLITE_FULL or SQLITE_READONLY or SQLITE_PERM
            or SQLITE_AUTH or SQLITE_NOTADB or SQLITE_CORRUPT or SQLITE_PROTOCOL or SQLITE_NOMEM or SQLITE_INTERRUPT,
    };

    /// <inheritdoc/>
    public override void Bind(DbParameterCollection parameters, int index, ColumnType type, in Value value)
    {
        object stored = value.IsNull ? DBNull.Value : type switch
        {
            ColumnType.Id => value.Id.ToByteArray(bigEndian: true),
            ColumnType.Time => value.Microseconds,
            ColumnType.Binary => value.Binary,
            ColumnType.Text or ColumnType.ExactText => value.Text,
            _ => value.Number is 0 or 1 ? Boxed[value.Number] : value.Number,
        };
        if (index < parameters.Count)
            parameters[index].Value = stored;
        else
            parameters.Add(new SqliteParameter(Placeholder(index), stored));
    }

    /// <inheritdoc/>
    public override DateTime ReadTime(DbDataReader reader, int ordinal) =>
        DateTime.UnixEpoch.AddTicks(reader.GetInt64(ordinal) * TimeSpan.TicksPerMicrosecond);
}
