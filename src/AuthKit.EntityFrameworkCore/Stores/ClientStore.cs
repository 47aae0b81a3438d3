using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Clients;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.EntityFrameworkCore.Stores;

internal sealed class ClientStore(Contexts contexts) : IClientStore
{
    public Task<bool> AddAsync(ClientRecord client, CancellationToken cancellationToken) =>
        contexts.TryInsertAsync(client, other => other.Id == client.Id, cancellationToken);

    public Task<ClientRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        contexts.FindAsync<ClientRecord>(client => client.Id == id, cancellationToken);

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => await contexts.RunAsync(
        (context, cancellationToken) => context.Set<ClientRecord>().Where(client => client.Id == id).ExecuteDeleteAsync(cancellationToken),
        cancellationToken) == 1;
}
