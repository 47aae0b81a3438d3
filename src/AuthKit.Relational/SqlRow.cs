using System.Data.Common;
using AuthKit.Records;

namespace AuthKit.Relational;

/// <summary>The row that a reader stands on.</summary>
internal sealed class SqlRow(DbDataReader reader, QueryDialect dialect) : Row
{
    public override bool IsNull(int ordinal) => reader.IsDBNull(ordinal);

    public override Guid Id(int ordinal) => dialect.ReadId(reader, ordinal);

    public override DateTimeOffset Time(int ordinal) => dialect.ReadTime(reader, ordinal);

    public override string Text(int ordinal) => reader.GetString(ordinal);

    public override byte[] Binary(int ordinal) => reader.GetFieldValue<byte[]>(ordinal);

    public override int Integer(int ordinal) => reader.GetInt32(ordinal);

    public override long BigInteger(int ordinal) => reader.GetInt64(ordinal);

    public override bool Boolean(int ordinal) => reader.GetBoolean(ordinal);
}
