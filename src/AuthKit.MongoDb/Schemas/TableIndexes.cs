using AuthKit.MongoDb.Documents;
using AuthKit.Records;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Schemas;

/// <summary>The indexes of a table beside the one on <c>_id</c>.</summary>
internal sealed class TableIndexes
{
    private readonly Table _table;
    private readonly DocumentMap _map;
    private readonly TableIndex[] _inForce;

    public TableIndexes(Table table)
    {
        _table = table;
        _map = new(table);
        // The key of several columns too: the index on _id knows the document as a whole, and rows are found by some of its fields.
        TableIndex[] key = table.Key.Columns.Length > 1 ? [table.Key with { Unique = false }] : [];
        _inForce = [.. key, .. table.Indexes.Where(static index => index.Until is null)];
    }

    public IEnumerable<CreateIndexModel<BsonDocument>> All()
    {
        foreach (var index in _inForce)
            yield return new(Over(index), new CreateIndexOptions<BsonDocument> { Name = index.Name, Unique = index.Unique ? true : null, PartialFilterExpression = Present(index) });
        if (_table.Lifetime is not null)
            yield return new(new BsonDocument(Purging.Field, 1), new() { Name = "purge", ExpireAfter = TimeSpan.Zero });
    }

    /// <summary>Whether an index of the server's is to go: a version took it away, or it has another name than the table's over the same fields.</summary>
    public bool Replace(BsonDocument index)
    {
        var name = index["name"].AsString;
        // Not by equality: what a shell has made may have 1.0 for 1.
        bool IsOver(TableIndex of) => Over(of).CompareTo(index["key"].AsBsonDocument) == 0;
        return _table.Indexes.Any(of => of.Until is not null && IsOver(of)) || Array.Exists(_inForce, of => of.Name != name && IsOver(of));
    }

    private BsonDocument Over(TableIndex index) => new(index.Columns.Select(column => new BsonElement(_map.Path(column), 1)));

    /// <summary>A unique index passes over rows with a null among its columns, of which there may be any number.</summary>
    private static FilterDefinition<BsonDocument>? Present(TableIndex index) =>
        index.Unique && index.Columns.Where(static column => column.Nullable).ToArray() is [_, ..] nullable
            ? new BsonDocument(nullable.Select(static column => new BsonElement(column.Name, new BsonDocument("$exists", true))))
            : null;
}
