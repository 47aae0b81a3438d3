using AuthKit.AuthorizationServer.Clients;
using AuthKit.MongoDb.Documents;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Stores;

internal sealed class ClientStore(Collection<ClientDocument> clients) : IClientStore
{
    public Task<bool> AddAsync(ClientRecord client, CancellationToken cancellationToken) => clients.TryInsertAsync(ClientDocument.Of(client), cancellationToken);

    public async Task<ClientRecord?> FindAsync(string id, CancellationToken cancellationToken) => (await clients.FirstAsync(Is(id), cancellationToken))?.ToClient();

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => await clients.DeleteManyAsync(Is(id), cancellationToken) == 1;

    private static FilterDefinition<ClientDocument> Is(string id) => Builders<ClientDocument>.Filter.Eq(client => client.Id, id);
}
