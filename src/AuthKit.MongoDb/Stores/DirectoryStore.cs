using AuthKit.MongoDb.Documents;
using AuthKit.Tenants;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Stores;

internal sealed class DirectoryStore(Collection<NameDocument> names) : IDirectoryStore
{
    private static readonly BulkWriteOptions Unordered = new() { IsOrdered = false };

    /// <summary>One round trip. Of two who make one document at once, the server has the later one update it.</summary>
    public async Task AddAsync(IReadOnlyList<byte[]> nameHashes, string tenant, CancellationToken cancellationToken)
    {
        if (nameHashes.Count == 0)
            return;
        var added = Builders<NameDocument>.Update.AddToSet(name => name.Tenants, tenant);
        var notes = nameHashes.Select(hash => new UpdateOneModel<NameDocument>(Is(hash), added) { IsUpsert = true });
        await names.RunAsync(collection => collection.BulkWriteAsync(notes, Unordered, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<string>> FindAsync(byte[] nameHash, CancellationToken cancellationToken) =>
        (await names.FirstAsync(Is(nameHash), cancellationToken))?.Tenants ?? [];

    private static FilterDefinition<NameDocument> Is(byte[] hash) => Builders<NameDocument>.Filter.Eq(name => name.NameHash, hash);
}
