using MongoDB.Driver;

namespace AuthKit.MongoDb;

/// <summary>A collection whose calls fail as the ports promise.</summary>
internal sealed class Collection<TDocument>(MongoConnection connection, string name)
{
    /// <summary>Makes a call of the driver's, which is one round trip.</summary>
    public async Task<TResult> RunAsync<TResult>(Func<IMongoCollection<TDocument>, Task<TResult>> call, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var database = await connection.DatabaseAsync(cancellationToken);
            return await call(database.GetCollection<TDocument>(name));
        }
        catch (Exception e) when (ErrorTranslation.Translate(e, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    public Task<bool> InsertAsync(TDocument document, CancellationToken cancellationToken) => RunAsync(async collection =>
    {
        await collection.InsertOneAsync(document, options: null, cancellationToken);
        return true;
    }, cancellationToken);

    /// <returns>False where a document with a key of this one's is there already.</returns>
    public async Task<bool> TryInsertAsync(TDocument document, CancellationToken cancellationToken)
    {
        try
        {
            return await InsertAsync(document, cancellationToken);
        }
        catch (MongoWriteException e) when (e.RefusedBy() is not null)
        {
            return false;
        }
    }

    /// <returns>The document, or null where none meets the filter.</returns>
    public Task<TDocument?> FirstAsync(FilterDefinition<TDocument> filter, CancellationToken cancellationToken) =>
        RunAsync<TDocument?>(async collection => await collection.Find(filter).FirstOrDefaultAsync(cancellationToken), cancellationToken);

    /// <returns>How many documents met the filter: none or one.</returns>
    public async Task<long> UpdateOneAsync(FilterDefinition<TDocument> filter, UpdateDefinition<TDocument> update, CancellationToken cancellationToken) =>
        (await RunAsync(collection => collection.UpdateOneAsync(filter, update, options: null, cancellationToken), cancellationToken)).MatchedCount;

    public Task UpdateManyAsync(FilterDefinition<TDocument> filter, UpdateDefinition<TDocument> update, CancellationToken cancellationToken) =>
        RunAsync(collection => collection.UpdateManyAsync(filter, update, options: null, cancellationToken), cancellationToken);

    /// <returns>How many documents are gone.</returns>
    public async Task<int> DeleteManyAsync(FilterDefinition<TDocument> filter, CancellationToken cancellationToken) =>
        checked((int)(await RunAsync(collection => collection.DeleteManyAsync(filter, cancellationToken), cancellationToken)).DeletedCount);
}
