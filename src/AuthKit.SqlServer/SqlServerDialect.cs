using System.Data;
using System.Data.Common;
using AuthKit.Records;
using AuthKit.Relational;
using Microsoft.Data.SqlClient;

namespace AuthKit.SqlServer;

/// <summary>
/// SQL Server, from 2019, and Azure SQL: ids are 16 bytes, which sort by age as a uniqueidentifier would not; times are
/// datetime2(6) in UTC, text is nvarchar, and what is compared has a binary collation.
/// </summary>
public sealed class SqlServerDialect : SqlDialect
{
    private const int LongestText = 4000;
    private const int LongestBinary = 8000;
    private const int Unlimited = -1;
    private const byte TimeScale = 6;

    /// <inheritdoc/>
    public override string Name => "SQL Server";

    /// <summary>
    /// The server's <c>user options</c> may have it otherwise, and the driver goes back to them with every use of a connection: a
    /// write would wait for a COMMIT, and no write would say how many rows it changed.
    /// </summary>
    /// <inheritdoc/>
    public override string Session => "SET IMPLICIT_TRANSACTIONS, NOCOUNT, NUMERIC_ROUNDABORT OFF;\n";

    /// <inheritdoc/>
    public override Cancellation Cancellation => Cancellation.OfWaiting;

    /// <inheritdoc/>
    public override string CurrentTime => "SELECT SYSUTCDATETIME()";

    /// <inheritdoc/>
    public override string TypeOf(ColumnType type, int length) => type switch
    {
        ColumnType.Id => "binary(16)",
        ColumnType.Time => $"datetime2({TimeScale})",
        ColumnType.Text => $"nvarchar({length})",
        ColumnType.ExactText => $"nvarchar({length}) COLLATE Latin1_General_100_BIN2",
        ColumnType.Binary => $"varbinary({length})",
        ColumnType.Boolean => "bit",
        ColumnType.BigInteger => "bigint",
        _ => "int",
    };

    /// <inheritdoc/>
    public override string CreateTable(string table) => $"IF OBJECT_ID(N'{table}', N'U') IS NULL CREATE TABLE {table}";

    /// <inheritdoc/>
    public override string CreateIndex(string index, string table, bool unique) =>
        $"IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'{table}') AND name = N'{index}') "
        + $"CREATE {(unique ? "UNIQUE INDEX" : "INDEX")} {index} ON {table}";

    /// <inheritdoc/>
    public override string AddColumn(string table, string column) => $"IF COL_LENGTH(N'{table}', N'{column}') IS NULL ALTER TABLE {table} ADD";

    /// <inheritdoc/>
    public override string DropIndex(string index, string table) => $"DROP INDEX IF EXISTS {index} ON {table}";

    /// <inheritdoc/>
    public override string UniqueUnlessNull(string column) => $" WHERE {column} IS NOT NULL";

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) =>
        SqlServerError.Has(exception, SqlServerError.DuplicateConstraint) || SqlServerError.Has(exception, SqlServerError.DuplicateIndex);

    /// <inheritdoc/>
    public override bool IsDeadlock(DbException exception) => SqlServerError.Has(exception, SqlServerError.Deadlock);

    /// <inheritdoc/>
    public override bool IsUnavailable(Exception exception) => SqlServerError.SaysUnavailable(exception) || base.IsUnavailable(exception);

    /// <inheritdoc/>
    public override void Bind(DbParameterCollection parameters, int index, ColumnType type, in Value value)
    {
        // Of the column's own type, so that an index is used; of one size, so that a statement has one plan. What is longer
        // keeps its size, for the driver would cut it and the server not complain.
        var (sqlType, size) = type switch
        {
            ColumnType.Id => (SqlDbType.Binary, 16),
            ColumnType.Time => (SqlDbType.DateTime2, 0),
            ColumnType.Binary => (SqlDbType.VarBinary, value is { IsNull: false, Binary.Length: > LongestBinary } ? Unlimited : LongestBinary),
            ColumnType.Integer => (SqlDbType.Int, 0),
            ColumnType.BigInteger => (SqlDbType.BigInt, 0),
            ColumnType.Boolean => (SqlDbType.Bit, 0),
            _ => (SqlDbType.NVarChar, value is { IsNull: false, Text.Length: > LongestText } ? Unlimited : LongestText),
        };
        var parameter = new SqlParameter(Placeholder(index), sqlType, size) { Value = Stored(type, value) };
        if (type == ColumnType.Time)
            parameter.Scale = TimeScale;
        parameters.Add(parameter);
    }

    /// <inheritdoc/>
    public override string SelectSome(string select, int rows) => select.Insert("SELECT".Length, $" TOP ({rows})");

    /// <inheritdoc/>
    public override string DeleteSome(string table, string key, string condition, int rows) => $"DELETE TOP ({rows}) FROM {table} WHERE {condition}";

    /// <summary>In a transaction, so that a deadlock undoes both: sent again, the update would otherwise find its own work and take it for another's.</summary>
    /// <inheritdoc/>
    public override string UpdateAndSelect(string update, string select) =>
        $"SET XACT_ABORT ON;\nBEGIN TRANSACTION;\n{update};\n{select};\nCOMMIT TRANSACTION;";

    private static object Stored(ColumnType type, in Value value) => value.IsNull ? DBNull.Value : type switch
    {
        ColumnType.Id => value.Id.ToByteArray(bigEndian: true),
        ColumnType.Time => value.Time,
        ColumnType.Binary => value.Binary,
        ColumnType.Integer => (int)value.Number,
        ColumnType.BigInteger => value.Number,
        ColumnType.Boolean => value.Boolean,
        _ => value.Text,
    };

    /// <summary>Of this database alone, until the transaction ends; it waits for 10 seconds.</summary>
    /// <inheritdoc/>
    public override string LockSchema =>
        """
        DECLARE @held int;
        EXEC @held = sp_getapplock @Resource = N'authkit_schema', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 10000;
        SELECT CASE WHEN @held < 0 THEN 0 ELSE 1 END;
        """;
}
