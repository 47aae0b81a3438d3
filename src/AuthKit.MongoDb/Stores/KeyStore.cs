using AuthKit.MongoDb.Documents;
using AuthKit.Tokens;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Stores;

internal sealed class KeyStore(Collection<KeyDocument> keys) : IKeyStore
{
    public async Task<IReadOnlyList<KeyRecord>> ListAsync(CancellationToken cancellationToken)
    {
        var all = await keys.RunAsync(collection => collection.Find(FilterDefinition<KeyDocument>.Empty).SortBy(key => key.Id).ToListAsync(cancellationToken), cancellationToken);
        return [.. all.Select(key => key.ToKey())];
    }

    public Task<bool> AddAsync(KeyRecord key, CancellationToken cancellationToken) => keys.TryInsertAsync(KeyDocument.Of(key), cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        keys.DeleteManyAsync(Builders<KeyDocument>.Filter.Lte(key => key.ExpiresAt, Microseconds.Of(before)), cancellationToken);
}
