using System.Data.Common;
using AuthKit.Relational;

namespace AuthKit.MySql;

/// <summary>
/// MySQL, from 8.0.17, and MariaDB, from 10.6: ids are 16 bytes that sort by age, times datetime(6) in UTC, and all text is
/// compared byte by byte, trailing spaces included.
/// </summary>
public sealed class MySqlDialect : SqlDialect
{
    private const string SchemaLock = "CONCAT('authkit.', SHA2(DATABASE(), 224))";

    /// <inheritdoc/>
    public override string Name => "MySQL";

    /// <inheritdoc/>
    public override string ColumnType(SqlType type, int length) => type switch
    {
        SqlType.Id => "binary(16)",
        SqlType.Time => "datetime(6)",
        SqlType.Text or SqlType.ExactText => $"varchar({length})",
        SqlType.Binary => $"varbinary({length})",
        SqlType.Boolean => "boolean",
        SqlType.BigInteger => "bigint",
        _ => "int",
    };

    /// <summary>MySQL and MariaDB each read their own of the two comments, and name such a collation differently.</summary>
    /// <inheritdoc/>
    public override string TableOptions =>
        " ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */ /*M!100203 COLLATE utf8mb4_nopad_bin */";

    /// <summary>Defining a table ends the transaction.</summary>
    /// <inheritdoc/>
    public override bool IndexesInTable => true;

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) => MySqlError.CodeOf(exception) == MySqlError.DuplicateKey;

    /// <summary>MariaDB could ask for the column in the statement; MySQL cannot.</summary>
    /// <inheritdoc/>
    public override bool IsDuplicateColumn(DbException exception) => MySqlError.CodeOf(exception) == MySqlError.DuplicateColumn;

    /// <inheritdoc/>
    public override bool IsDeadlock(DbException exception) => MySqlError.CodeOf(exception) == MySqlError.Deadlock;

    /// <inheritdoc/>
    public override bool IsUnavailable(Exception exception) => MySqlError.SaysUnavailable(exception) || base.IsUnavailable(exception);

    /// <inheritdoc/>
    public override void Bind(DbParameter parameter, SqlType type, object? value) =>
        // A driver set to another kind of time refuses UTC; of no kind, it takes the time as it is.
        base.Bind(parameter, type, value is DateTime time ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified) : value);

    /// <inheritdoc/>
    public override string DeleteSome(string table, string key, string condition, int rows) => $"DELETE FROM {table} WHERE {condition} LIMIT {rows}";

    /// <summary>Locks are the server's, not the database's, hence the name in this one's; it waits for 10 seconds.</summary>
    /// <inheritdoc/>
    public override string LockSchema => $"SELECT GET_LOCK({SchemaLock}, 10)";

    /// <inheritdoc/>
    public override string UnlockSchema => $"DO RELEASE_LOCK({SchemaLock})";
}
