using AuthKit.AuthorizationServer.Clients;
using AuthKit.Stores;

namespace AuthKit.Conformance.InMemory;

internal sealed class InMemoryClients : IClientStore
{
    private readonly Rows<ClientRecord> _clients = new();

    public Task<bool> AddAsync(ClientRecord client, CancellationToken cancellationToken) =>
        _clients.TryAddAsync(client, other => other.Id == client.Id, cancellationToken);

    public Task<ClientRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        _clients.FindAsync(client => client.Id == id, cancellationToken);

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await _clients.RemoveAsync(client => client.Id == id, cancellationToken) == 1;
}
