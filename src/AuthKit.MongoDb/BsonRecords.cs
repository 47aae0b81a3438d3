using System.Collections.Concurrent;
using AuthKit.MongoDb.Documents;
using AuthKit.Records;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AuthKit.MongoDb;

/// <summary>Rows of any kind as documents.</summary>
internal sealed class BsonRecords(MongoConnection connection) : IRecords
{
    private static readonly FindOneAndUpdateOptions<BsonDocument> AsItIsAfterwards = new() { ReturnDocument = ReturnDocument.After };

    private readonly ConcurrentDictionary<Table, DocumentMap> _maps = [];

    public async Task<TableIndex?> InsertAsync<TRecord>(Table<TRecord> table, TRecord record, CancellationToken cancellationToken) where TRecord : class
    {
        var document = Map(table).Document(table, record);
        try
        {
            await RunAsync(table, async rows =>
            {
                await rows.InsertOneAsync(document, options: null, cancellationToken);
                return true;
            }, cancellationToken);
            return null;
        }
        catch (MongoException e) when (table.RefusedBy(e) is { } index)
        {
            return index;
        }
    }

    public async Task<TRecord?> FindAsync<TRecord>(Table<TRecord> table, Condition[] where, CancellationToken cancellationToken) where TRecord : class
    {
        var map = Map(table);
        var found = await RunAsync(table, rows => rows.Find(map.Filter(where)).FirstOrDefaultAsync(cancellationToken), cancellationToken);
        return found is null ? null : table.Read(new DocumentRow(map).On(found));
    }

    public async Task<List<TRecord>> ListAsync<TRecord>(Table<TRecord> table, Condition[] where, Order? orderBy, int limit, CancellationToken cancellationToken) where TRecord : class
    {
        var map = Map(table);
        var sort = orderBy is { } order ? new BsonDocument(map.Path(order.Column), order.IsDescending ? -1 : 1) : null;
        var found = await RunAsync(table, rows => rows.Find(map.Filter(where)).Sort(sort).Limit(limit).ToListAsync(cancellationToken), cancellationToken);
        var row = new DocumentRow(map);
        return found.ConvertAll(document => table.Read(row.On(document)));
    }

    public async Task<Updated<TRecord>> UpdateAsync<TRecord>(Table<TRecord> table, Condition[] where, Change[] changes, Column? readBy, CancellationToken cancellationToken) where TRecord : class
    {
        try
        {
            return readBy is null
                ? new(await ChangeAsync(table, where, changes, cancellationToken))
                : await ChangeAndReadAsync(table, where, changes, readBy, cancellationToken);
        }
        catch (MongoException e) when (table.RefusedBy(e) is { } index)
        {
            return new(0, Duplicate: index);
        }
    }

    /// <summary>
    /// The server has no limit for a removal, so that one that is limited looks for the keys first, in a round trip of its own.
    /// A removal holds no lock between documents; but whoever asked for it waits for a majority to have all of them.
    /// </summary>
    public async Task<int> DeleteAsync<TRecord>(Table<TRecord> table, Condition[] where, int limit, CancellationToken cancellationToken) where TRecord : class
    {
        var map = Map(table);
        var filter = map.Filter(where);
        if (limit > 0)
        {
            var keys = await RunAsync(table, rows => rows.Find(filter).Project(new BsonDocument(DocumentMap.Key, 1)).Limit(limit).ToListAsync(cancellationToken), cancellationToken);
            if (keys.Count == 0)
                return 0;
            // With the conditions again: a row may have been changed meanwhile.
            filter = new("$and", new BsonArray { new BsonDocument(DocumentMap.Key, new BsonDocument("$in", new BsonArray(keys.Select(static key => key[DocumentMap.Key])))), filter });
        }

        // The driver sends a removal of one document again where the connection broke or the primary changed.
        var removed = await RunAsync(table, rows => map.NameOne(where) ? rows.DeleteOneAsync(filter, cancellationToken) : rows.DeleteManyAsync(filter, cancellationToken), cancellationToken);
        return checked((int)removed.DeletedCount);
    }

    private async Task<int> ChangeAsync(Table table, Condition[] where, Change[] changes, CancellationToken cancellationToken)
    {
        var map = Map(table);
        var (filter, update) = (map.Filter(where), map.Update(changes));
        // The driver sends a change of one document again where the connection broke or the primary changed.
        var changed = await RunAsync(
            table,
            rows => map.NameOne(where) ? rows.UpdateOneAsync(filter, update, options: null, cancellationToken) : rows.UpdateManyAsync(filter, update, options: null, cancellationToken),
            cancellationToken);
        return checked((int)changed.MatchedCount);
    }

    /// <summary>One round trip for who wins. The update shows nothing to who loses, and the row is read in a second one.</summary>
    private async Task<Updated<TRecord>> ChangeAndReadAsync<TRecord>(Table<TRecord> table, Condition[] where, Change[] changes, Column readBy, CancellationToken cancellationToken) where TRecord : class
    {
        var by = Array.FindIndex(where, condition => condition.Column == readBy && condition.Comparison == Comparison.Equal);
        if (by < 0)
            throw new ArgumentException($"No condition says the value of {readBy}, by which the row is to be read.", nameof(readBy));
        var map = Map(table);
        var changed = await RunAsync(table, rows => rows.FindOneAndUpdateAsync(map.Filter(where), map.Update(changes), AsItIsAfterwards, cancellationToken), cancellationToken);
        return changed is not null
            ? new(1, table.Read(new DocumentRow(map).On(changed)))
            : new(0, await FindAsync(table, [where[by]], cancellationToken));
    }

    private DocumentMap Map(Table table) => _maps.GetOrAdd(table, static table => new(table));

    private Task<TResult> RunAsync<TResult>(Table table, Func<IMongoCollection<BsonDocument>, Task<TResult>> call, CancellationToken cancellationToken) =>
        connection.RunAsync(database => call(database.GetCollection<BsonDocument>(table.Name)), cancellationToken);
}
