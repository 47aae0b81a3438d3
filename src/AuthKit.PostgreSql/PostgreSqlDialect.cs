using System.Data.Common;
using AuthKit.Records;
using AuthKit.Relational;
using Npgsql;
using NpgsqlTypes;

namespace AuthKit.PostgreSql;

/// <summary>PostgreSQL, from 14: ids are of type uuid, times timestamptz, and what is compared has the collation "C".</summary>
public sealed class PostgreSqlDialect : SqlDialect
{
    private static readonly string[] Places = [.. Enumerable.Range(1, 64).Select(static place => $"${place}")];

    /// <inheritdoc/>
    public override string Name => "PostgreSQL";

    /// <summary>By place, so that the driver need not look for names in the statement.</summary>
    /// <inheritdoc/>
    public override string Placeholder(int index) => index < Places.Length ? Places[index] : $"${index + 1}";

    /// <inheritdoc/>
    public override bool Batches => true;

    /// <summary>
    /// The driver opens a connection to cancel a statement, and blocks the thread on which it is told to, or finds by itself that
    /// time is up.
    /// </summary>
    /// <inheritdoc/>
    public override Cancellation Cancellation => Cancellation.Aside;

    /// <inheritdoc/>
    public override string CurrentTime => "SELECT now()";

    /// <inheritdoc/>
    public override string TypeOf(ColumnType type, int length) => type switch
    {
        ColumnType.Id => "uuid",
        ColumnType.Time => "timestamptz",
        ColumnType.Text => $"varchar({length})",
        ColumnType.ExactText => $"varchar({length}) COLLATE \"C\"",
        ColumnType.Binary => "bytea",
        ColumnType.Boolean => "boolean",
        ColumnType.BigInteger => "bigint",
        _ => "integer",
    };

    /// <inheritdoc/>
    public override string AddColumn(string table, string column) => $"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS";

    /// <inheritdoc/>
    public override bool IsDuplicateKey(DbException exception) => exception.SqlState == PostgresErrorCodes.UniqueViolation;

    /// <summary>The error has the constraint's name in a field of its own, whatever the server's language.</summary>
    /// <inheritdoc/>
    public override TableIndex? RefusedBy(Table table, DbException exception) =>
        exception is PostgresException { ConstraintName: { } name } ? table.UniqueIndexes.FirstOrDefault(index => index.Name == name) : null;

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
    public override void Bind(DbParameterCollection parameters, int index, ColumnType type, in Value value) => parameters.Add((type, value.IsNull) switch
    {
        (_, true) => new NpgsqlParameter { NpgsqlDbType = TypeOf(type), Value = DBNull.Value },
        (ColumnType.Id, _) => new NpgsqlParameter<Guid> { NpgsqlDbType = NpgsqlDbType.Uuid, TypedValue = value.Id },
        (ColumnType.Time, _) => new NpgsqlParameter<DateTime> { NpgsqlDbType = NpgsqlDbType.TimestampTz, TypedValue = value.Time },
        (ColumnType.Binary, _) => new NpgsqlParameter<byte[]> { NpgsqlDbType = NpgsqlDbType.Bytea, TypedValue = value.Binary },
        (ColumnType.Integer, _) => new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer, TypedValue = (int)value.Number },
        (ColumnType.BigInteger, _) => new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = value.Number },
        (ColumnType.Boolean, _) => new NpgsqlParameter<bool> { NpgsqlDbType = NpgsqlDbType.Boolean, TypedValue = value.Boolean },
        _ => new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Varchar, TypedValue = value.Text },
    });

    /// <inheritdoc/>
    public override Guid ReadId(DbDataReader reader, int ordinal) => reader.GetGuid(ordinal);

    /// <summary>Of this database alone, until the transaction ends.</summary>
    /// <inheritdoc/>
    public override string LockSchema => "SELECT pg_advisory_xact_lock(hashtextextended('authkit_schema', 0))";

    private static NpgsqlDbType TypeOf(ColumnType type) => type switch
    {
        ColumnType.Id => NpgsqlDbType.Uuid,
        ColumnType.Time => NpgsqlDbType.TimestampTz,
        ColumnType.Binary => NpgsqlDbType.Bytea,
        ColumnType.Integer => NpgsqlDbType.Integer,
        ColumnType.BigInteger => NpgsqlDbType.Bigint,
        ColumnType.Boolean => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.Varchar,
    };
}
