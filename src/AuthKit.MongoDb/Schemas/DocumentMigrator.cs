using AuthKit.Records;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Schemas;

/// <summary>
/// Makes the indexes and, once, brings over what releases before wrote. Collections come with their first document, and a field
/// that is new with the first row that has it. Nodes may do all of it at once.
/// </summary>
internal sealed class DocumentMigrator(MongoConnection connection)
{
    private const int IndexNotFound = 27;
    private const int IndexBuildUnderWay = 12587;

    public async Task MigrateAsync(IReadOnlyList<Schema> schemas, IRecords records, CancellationToken cancellationToken)
    {
        var steps = await records.ListAsync(SchemaTables.Own, [], orderBy: null, limit: 0, cancellationToken);
        var isNew = !steps.Exists(static step => step.Version >= EarlierDocuments.Until);
        // First, since documents of before would stand in the way of unique indexes.
        if (isNew)
            await EarlierDocuments.BringOverAsync(connection, cancellationToken);
        // Versions of features are not kept: an index that is there already costs nothing.
        foreach (var table in schemas.SelectMany(static schema => schema.Tables).Where(static table => table != SchemaTables.Features))
            await MigrateAsync(table, cancellationToken);
        if (isNew)
            await records.InsertAsync(SchemaTables.Own, new(EarlierDocuments.Until), cancellationToken);
    }

    private Task MigrateAsync(Table table, CancellationToken cancellationToken) => connection.RunAsync(async database =>
    {
        var indexes = database.GetCollection<BsonDocument>(table.Name).Indexes;
        var wanted = new TableIndexes(table);
        foreach (var index in await (await indexes.ListAsync(cancellationToken)).ToListAsync(cancellationToken))
        {
            if (wanted.Replace(index))
                await DropAsync(indexes, index["name"].AsString, cancellationToken);
        }

        // The server lets those be that are there.
        CreateIndexModel<BsonDocument>[] all = [.. wanted.All()];
        return all is [] || (await indexes.CreateManyAsync(all, cancellationToken)).Any();
    }, cancellationToken);

    private static async Task DropAsync(IMongoIndexManager<BsonDocument> indexes, string name, CancellationToken cancellationToken)
    {
        try
        {
            await indexes.DropOneAsync(name, cancellationToken);
        }
        catch (MongoCommandException e) when (e.Code is IndexNotFound or IndexBuildUnderWay)
        {
            // Another node is at it.
        }
    }
}
