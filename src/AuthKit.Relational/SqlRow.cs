using System.Data.Common;

namespace AuthKit.Relational;

/// <summary>The row that a reader stands on, in the library's own types.</summary>
internal readonly struct SqlRow(DbDataReader reader, SqlDialect dialect)
{
    public Guid Id(int ordinal) => dialect.ReadId(reader, ordinal);

    public DateTimeOffset Time(int ordinal) => dialect.ReadTime(reader, ordinal);

    public DateTimeOffset? TimeOrNull(int ordinal) => reader.IsDBNull(ordinal) ? null : Time(ordinal);

    public string Text(int ordinal) => reader.GetString(ordinal);

    public string? TextOrNull(int ordinal) => reader.IsDBNull(ordinal) ? null : Text(ordinal);

    public string Exact(int ordinal) => dialect.ReadExactText(reader, ordinal);

    public string? ExactOrNull(int ordinal) => reader.IsDBNull(ordinal) ? null : Exact(ordinal);

    public byte[] Binary(int ordinal) => reader.GetFieldValue<byte[]>(ordinal);

    public byte[]? BinaryOrNull(int ordinal) => reader.IsDBNull(ordinal) ? null : Binary(ordinal);

    public int Integer(int ordinal) => reader.GetInt32(ordinal);

    public long BigInteger(int ordinal) => reader.GetInt64(ordinal);

    public bool Boolean(int ordinal) => reader.GetBoolean(ordinal);
}
