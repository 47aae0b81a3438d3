using AuthKit.Records;
using MongoDB.Bson;

namespace AuthKit.MongoDb.Documents;

/// <summary>The document that a list stands on, as the row of a table.</summary>
internal sealed class DocumentRow(DocumentMap map) : Row
{
    private readonly BsonValue?[] _values = new BsonValue?[map.Read];

    /// <summary>Puts the fields of a document in the places of their columns; those that no column has are passed over.</summary>
    public DocumentRow On(BsonDocument document)
    {
        Array.Clear(_values);
        Place(document);
        if (map.KeyOrdinal is { } key)
            _values[key] = document[DocumentMap.Key];
        else
            Place(document[DocumentMap.Key].AsBsonDocument);
        return this;
    }

    public override bool IsNull(int ordinal) => _values[ordinal] is null or BsonNull;

    public override Guid Id(int ordinal) => this[ordinal].AsBsonBinaryData.ToGuid(GuidRepresentation.Standard);

    public override DateTimeOffset Time(int ordinal) => DateTimeOffset.UnixEpoch.AddTicks(this[ordinal].ToInt64() * TimeSpan.TicksPerMicrosecond);

    public override string Text(int ordinal) => this[ordinal].AsString;

    public override byte[] Binary(int ordinal) => this[ordinal].AsByteArray;

    public override int Integer(int ordinal) => this[ordinal].ToInt32();

    public override long BigInteger(int ordinal) => this[ordinal].ToInt64();

    public override bool Boolean(int ordinal) => this[ordinal].AsBoolean;

    private BsonValue this[int ordinal] => _values[ordinal] ?? throw new InvalidDataException("A document lacks a field that every one has.");

    private void Place(BsonDocument fields)
    {
        for (var i = 0; i < fields.ElementCount; i++)
        {
            var field = fields.GetElement(i);
            if (map.Ordinals.TryGetValue(field.Name, out var ordinal))
                _values[ordinal] = field.Value;
        }
    }
}
