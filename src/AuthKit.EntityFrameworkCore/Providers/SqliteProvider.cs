using System.Data.Common;
using AuthKit.Records;

namespace AuthKit.EntityFrameworkCore.Providers;

/// <summary>SQLite: ids are 16-byte blobs that sort by age, times are whole microseconds since 1970.</summary>
internal sealed class SqliteProvider : Provider
{
    public override StoreType TypeOf(ColumnType type, int length) => type switch
    {
        ColumnType.Id => new("BLOB", Converter: Converters.IdToBytes),
        ColumnType.Time => new("INTEGER", Converter: Converters.TimeToMicroseconds),
        ColumnType.Binary => new("BLOB"),
        ColumnType.Text => new("TEXT"),
        ColumnType.ExactText => new("TEXT", Collation: "BINARY"),
        _ => new("INTEGER"),
    };

    public override DateTime ReadTime(DbDataReader reader, int ordinal) =>
        DateTime.UnixEpoch.AddTicks(reader.GetInt64(ordinal) * TimeSpan.TicksPerMicrosecond);
}
