using AuthKit.AuthorizationServer.Consents;
using AuthKit.MongoDb.Documents;
using MongoDB.Driver;
using static AuthKit.MongoDb.Documents.ConsentDocument;

namespace AuthKit.MongoDb.Stores;

internal sealed class ConsentStore(Collection<ConsentDocument> consents) : IConsentStore
{
    private static readonly UpdateOptions Upsert = new() { IsUpsert = true };

    /// <summary>One round trip. Of two who make one document at once, the server has the later one update it.</summary>
    public async Task AddAsync(Guid userId, string clientId, IReadOnlyList<string> scopes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (scopes.Count == 0)
            return;
        var added = Builders<ConsentDocument>.Update
            .AddToSetEach(consent => consent.Scopes, scopes)
            .SetOnInsert(consent => consent.CreatedAt, Microseconds.Of(now));
        await consents.RunAsync(collection => collection.UpdateOneAsync(Between(userId, clientId), added, Upsert, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<string>> FindAsync(Guid userId, string clientId, CancellationToken cancellationToken) =>
        (await consents.FirstAsync(Between(userId, clientId), cancellationToken))?.Scopes ?? [];

    public Task RemoveAsync(Guid userId, string clientId, CancellationToken cancellationToken) =>
        consents.DeleteManyAsync(Between(userId, clientId), cancellationToken);

    private static FilterDefinition<ConsentDocument> Between(Guid userId, string clientId) =>
        Builders<ConsentDocument>.Filter.Eq(consent => consent.Id, new Parties { UserId = userId, ClientId = clientId });
}
