using System.Data.Common;
using System.Globalization;
using AuthKit.Records;
using AuthKit.Relational;
using Microsoft.Data.Sqlite;

namespace AuthKit.OutsideEngine.Tests;

/// <summary>An engine that AuthKit has not heard of: it keeps ids as text and times as ticks.</summary>
public sealed class FileDbDialect : SqlDialect
{
    private const int Constraint = 19;
    private const int UniqueConstraint = 2067;
    private const int KeyConstraint = 1555;

    public override string Name => "FileDb";

    public override string TypeOf(ColumnType type, int length) => type switch
    {
        ColumnType.Id => "TEXT",
        ColumnType.Text or ColumnType.ExactText => "TEXT",
        ColumnType.Binary => "BLOB",
        _ => "INTEGER",
    };

    public override bool IsDuplicateKey(DbException exception) => exception is SqliteException { SqliteExtendedErrorCode: UniqueConstraint or KeyConstraint };

    public override bool IsUnavailable(Exception exception) => exception is SqliteException { SqliteErrorCode: not Constraint and not 1 } || base.IsUnavailable(exception);

    public override void Bind(DbParameterCollection parameters, int index, ColumnType type, in Value value)
    {
        object stored = value.IsNull ? DBNull.Value : type switch
        {
            ColumnType.Id => value.Id.ToString(),
            ColumnType.Time => value.Time.Ticks,
            ColumnType.Binary => value.Binary,
            ColumnType.Text or ColumnType.ExactText => value.Text,
            ColumnType.Boolean => value.Boolean,
            _ => value.Number,
        };
        parameters.Add(new SqliteParameter(Placeholder(index), stored));
    }

    public override Guid ReadId(DbDataReader reader, int ordinal) => Guid.Parse(reader.GetString(ordinal), CultureInfo.InvariantCulture);

    public override DateTime ReadTime(DbDataReader reader, int ordinal) => new(reader.GetInt64(ordinal), DateTimeKind.Utc);
}
