using System.Data.Common;
using AuthKit.Records;
using AuthKit.Relational;
using MySqlConnector;

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

    /// <summary>The driver opens a connection to kill a statement, and blocks the thread on which it is told to.</summary>
    /// <inheritdoc/>
    public override Cancellation Cancellation => Cancellation.OfWaiting;

    /// <inheritdoc/>
    public override string CurrentTime => "SELECT UTC_TIMESTAMP(6)";

    /// <inheritdoc/>
    public override string TypeOf(ColumnType type, int length) => type switch
    {
        ColumnType.Id => "binary(16)",
        ColumnType.Time => "datetime(6)",
        ColumnType.Text or ColumnType.ExactText => $"varchar({length})",
        ColumnType.Binary => $"varbinary({length})",
        ColumnType.Boolean => "boolean",
        ColumnType.BigInteger => "bigint",
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

    /// <summary>MySQL does not know <c>IF NOT EXISTS</c> here; <see cref="IsTaken"/> tells.</summary>
    /// <inheritdoc/>
    public override string CreateIndex(string index, string table, bool unique) => $"CREATE {(unique ? "UNIQUE INDEX" : "INDEX")} {index} ON {table}";

    /// <inheritdoc/>
    public override string DropIndex(string index, string table) => $"ALTER TABLE {table} DROP INDEX {index}";

    /// <summary>MariaDB could say in the statement that it may be so; MySQL cannot.</summary>
    /// <inheritdoc/>
    public override bool IsTaken(DbException exception) =>
        MySqlError.CodeOf(exception) is MySqlError.DuplicateColumn or MySqlError.DuplicateIndex or MySqlError.MissingIndex;

    /// <inheritdoc/>
    public override bool IsDeadlock(DbException exception) => MySqlError.CodeOf(exception) == MySqlError.Deadlock;

    /// <inheritdoc/>
    public override bool IsUnavailable(Exception exception) => MySqlError.SaysUnavailable(exception) || base.IsUnavailable(exception);

    /// <inheritdoc/>
    public override void Bind(DbParameterCollection parameters, int index, ColumnType type, in Value value) => parameters.Add(new MySqlParameter
    {
        ParameterName = Placeholder(index),
        MySqlDbType = type switch
        {
            ColumnType.Id => MySqlDbType.Binary,
            ColumnType.Binary => MySqlDbType.VarBinary,
            ColumnType.Time => MySqlDbType.DateTime,
            ColumnType.Integer => MySqlDbType.Int32,
            ColumnType.BigInteger => MySqlDbType.Int64,
            ColumnType.Boolean => MySqlDbType.Bool,
            _ => MySqlDbType.VarChar,
        },
        Value = value.IsNull ? DBNull.Value : type switch
        {
            ColumnType.Id => value.Id.ToByteArray(bigEndian: true),
            ColumnType.Binary => value.Binary,
            // A driver set to another kind of time refuses UTC; of no kind, it takes the time as it is.
            ColumnType.Time => DateTime.SpecifyKind(value.Time, DateTimeKind.Unspecified),
            ColumnType.Integer => (int)value.Number,
            ColumnType.BigInteger => value.Number,
            ColumnType.Boolean => value.Boolean,
            _ => value.Text,
        },
    });

    /// <inheritdoc/>
    public override string DeleteSome(string table, string key, string condition, int rows) => $"DELETE FROM {table} WHERE {condition} LIMIT {rows}";

    /// <summary>Locks are the server's, not the database's, hence the name in this one's; it waits for 10 seconds.</summary>
    /// <inheritdoc/>
    public override string LockSchema => $"SELECT GET_LOCK({SchemaLock}, 10)";

    /// <inheritdoc/>
    public override string UnlockSchema => $"DO RELEASE_LOCK({SchemaLock})";
}
