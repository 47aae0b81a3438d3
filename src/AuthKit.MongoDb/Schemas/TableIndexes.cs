using AuthKit.MongoDb.Documents;
using AuthKit.Records;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Schemas;

/// <summary>The indexes of a table beside the one on <c>_id</c>.</summary>
internal static class TableIndexes
{
    public static IEnumerable<CreateIndexModel<BsonDocument>> Of(Table table)
    {
        foreach (var index in InForce(table))
            yield return new(Over(table, index), new CreateIndexOptions<BsonDocument> { Name = index.Name, Unique = IsUnique(table, index) ? true : null, PartialFilterExpression = Present(table, index) });
        if (table.Lifetime is not null)
            yield return new(new BsonDocument(Purging.Field, 1), new() { Name = "purge", ExpireAfter = TimeSpan.Zero });
    }

    /// <summary>Whether an index of the server's is to go: it is of a version before, or has another name than the table's over the same fields.</summary>
    public static bool IsReplaced(Table table, BsonDocument index)
    {
        // In old shells' indexes the direction is a floating-point number.
        bool IsOver(TableIndex of) => Over(table, of).CompareTo(index["key"].AsBsonDocument) == 0;
        return table.Indexes.Any(of => of.Until is not null && IsOver(of)) || InForce(table).Any(of => of.Name != index["name"].AsString && IsOver(of));
    }

    /// <summary>The key of several columns too: the index on <c>_id</c> knows the document as a whole, and rows are found by some of its fields.</summary>
    private static IEnumerable<TableIndex> InForce(Table table)
    {
        var indexes = table.Indexes.Where(static index => index.Until is null);
        return table.Key.Columns.Length > 1 ? indexes.Prepend(table.Key) : indexes;
    }

    private static bool IsUnique(Table table, TableIndex index) => index.Unique && index != table.Key;

    private static BsonDocument Over(Table table, TableIndex index)
    {
        var map = new DocumentMap(table);
        return new(index.Columns.Select(column => new BsonElement(map.Path(column), 1)));
    }

    /// <summary>A unique index passes over rows with a null among its columns, of which there may be any number.</summary>
    private static FilterDefinition<BsonDocument>? Present(Table table, TableIndex index) =>
        IsUnique(table, index) && index.Columns.Where(static column => column.Nullable).ToArray() is [_, ..] nullable
            ? new BsonDocument(nullable.Select(static column => new BsonElement(column.Name, new BsonDocument("$exists", true))))
            : null;
}
