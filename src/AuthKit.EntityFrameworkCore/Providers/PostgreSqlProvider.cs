using System.Data.Common;
using AuthKit.Records;

namespace AuthKit.EntityFrameworkCore.Providers;

/// <summary>PostgreSQL, by Npgsql.</summary>
internal sealed class PostgreSqlProvider : Provider
{
    public override StoreType TypeOf(ColumnType type, int length) => type switch
    {
        ColumnType.Id => new("uuid"),
        ColumnType.Time => new("timestamp with time zone", Converter: Converters.TimeToUtc),
        ColumnType.Text => new($"character varying({length})"),
        ColumnType.ExactText => new($"character varying({length})", Collation: "C"),
        ColumnType.Binary => new("bytea"),
        ColumnType.Boolean => new("boolean"),
        ColumnType.BigInteger => new("bigint"),
        _ => new("integer"),
    };

    public override Guid ReadId(DbDataReader reader, int ordinal) => reader.GetGuid(ordinal);
}
