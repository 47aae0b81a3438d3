using System.Data.Common;
using AuthKit.Relational;
using Npgsql;
using NpgsqlTypes;

namespace AuthKit.PostgreSql;

/// <summary>PostgreSQL, from 14: ids are of type uuid, times timestamptz, and what is compared has the collation "C".</summary>
public sealed class PostgreSqlDialect : SqlDialect
{
    /// <inheritdoc/>
    public override string Name => "PostgreSQL";

    /// <inheritdoc/>
    public override string ColumnType(SqlType type, int length) => type switch
    {
        SqlType.Id => "uuid",
        SqlType.Time => "timestamptz",
        SqlType.Text => $"varchar({length})",
        SqlType.ExactText => $"varchar({length}) COLLATE \"C\"",
        SqlType.Binary => "bytea",
        SqlType.Boolean => "boolean",
        SqlType.BigInteger => "bigint",
        _ => "integer",
    };

    /// <inheritdoc/>
    public override string AddColumn(string table, string column) => $"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS";

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) => exception.SqlState == PostgresErrorCodes.UniqueViolation;

    /// <inheritdoc/>
    public override bool IsDeadlock(DbException exception) =>
        exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    /// <summary>Whatever kept a statement from reaching the server, and what the server says of itself rather than of the statement.</summary>
    /// <inheritdoc/>
    public override bool IsUnavailable(Exception exception) => exception switch
    {
        PostgresException { IsTransient: true } => true,
        PostgresException error => error.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.ReadOnlySqlTransaction
            || error.SqlState[..2] is "08" or "28" or "53" or "57" or "58",
        _ => exception is NpgsqlException || base.IsUnavailable(exception),
    };

    /// <inheritdoc/>
    public override void Bind(DbParameter parameter, SqlType type, object? value)
    {
        ((NpgsqlParameter)parameter).NpgsqlDbType = type switch
        {
            SqlType.Id => NpgsqlDbType.Uuid,
            SqlType.Time => NpgsqlDbType.TimestampTz,
            SqlType.Binary => NpgsqlDbType.Bytea,
            SqlType.Boolean => NpgsqlDbType.Boolean,
            SqlType.BigInteger => NpgsqlDbType.Bigint,
            SqlType.Integer => NpgsqlDbType.Integer,
            _ => NpgsqlDbType.Varchar,
        };
        parameter.Value = value ?? DBNull.Value;
    }

    /// <inheritdoc/>
    public override Guid ReadId(DbDataReader reader, int ordinal) => reader.GetGuid(ordinal);

    /// <summary>Of this database alone, until the transaction ends.</summary>
    /// <inheritdoc/>
    public override string LockSchema => "SELECT pg_advisory_xact_lock(hashtextextended('authkit_schema', 0))";
}
