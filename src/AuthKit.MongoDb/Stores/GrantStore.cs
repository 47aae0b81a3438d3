using AuthKit.Grants;
using AuthKit.MongoDb.Documents;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Stores;

internal sealed class GrantStore(Collection<GrantDocument> grants) : IGrantStore
{
    private static readonly FilterDefinitionBuilder<GrantDocument> Where = Builders<GrantDocument>.Filter;

    public Task<bool> CreateAsync(Grant grant, CancellationToken cancellationToken) => grants.TryInsertAsync(GrantDocument.Of(grant), cancellationToken);

    public async Task<Grant?> FindAsync(byte[] handle, CancellationToken cancellationToken) =>
        (await grants.FirstAsync(Where.Eq(grant => grant.Handle, handle), cancellationToken))?.ToGrant();

    public async Task<bool> ConsumeAsync(byte[] handle, byte[] secretHash, DateTimeOffset now, CancellationToken cancellationToken) => await grants.UpdateOneAsync(
        Open(now) & Where.Eq(grant => grant.Handle, handle) & Where.Eq(grant => grant.SecretHash, secretHash),
        Consumed(now),
        cancellationToken) == 1;

    public Task ConsumeAllAsync(Guid userId, GrantKind kind, DateTimeOffset now, CancellationToken cancellationToken) => grants.UpdateManyAsync(
        Open(now) & Where.Eq(grant => grant.UserId, userId) & Where.Eq(grant => grant.Kind, (int)kind),
        Consumed(now),
        cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        grants.DeleteManyAsync(Where.Lte(grant => grant.ExpiresAt, Microseconds.Of(before)), cancellationToken);

    private static FilterDefinition<GrantDocument> Open(DateTimeOffset now) =>
        Where.Eq(grant => grant.ConsumedAt, null) & Where.Gt(grant => grant.ExpiresAt, Microseconds.Of(now));

    private static UpdateDefinition<GrantDocument> Consumed(DateTimeOffset now) =>
        Builders<GrantDocument>.Update.Set(grant => grant.ConsumedAt, Microseconds.Of(now));
}
