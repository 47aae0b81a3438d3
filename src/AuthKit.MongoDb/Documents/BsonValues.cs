using AuthKit.Records;
using MongoDB.Bson;

namespace AuthKit.MongoDb.Documents;

/// <summary>Values of columns as documents have them.</summary>
/// <remarks>Times are whole microseconds since 1970, because a BSON date holds no more than milliseconds.</remarks>
internal static class BsonValues
{
    public static BsonValue Of(Column column, Value value) => value.IsNull ? BsonNull.Value : column.Type switch
    {
        ColumnType.Id => new BsonBinaryData(value.Id, GuidRepresentation.Standard),
        ColumnType.Time => new BsonInt64(value.Microseconds),
        ColumnType.Text or ColumnType.ExactText => new BsonString(value.Text),
        ColumnType.Binary => new BsonBinaryData(value.Binary),
        ColumnType.Integer => new BsonInt32(checked((int)value.Number)),
        ColumnType.BigInteger => new BsonInt64(value.Number),
        ColumnType.Boolean => BsonBoolean.Create(value.Boolean),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, $"{column} is of no type that is known here."),
    };
}
