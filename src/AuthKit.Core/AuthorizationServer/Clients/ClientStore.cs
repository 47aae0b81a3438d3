using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.AuthorizationServer.Clients.ClientTable;

namespace AuthKit.AuthorizationServer.Clients;

internal sealed class ClientStore(IRecords records) : IClientStore
{
    public async Task<bool> AddAsync(ClientRecord client, CancellationToken cancellationToken) => await records.InsertAsync(Rows, client, cancellationToken) is null;

    public Task<ClientRecord?> FindAsync(string id, CancellationToken cancellationToken) => records.FindAsync(Rows, [Id.Is(id)], cancellationToken);

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await records.DeleteAsync(Rows, [Id.Is(id)], limit: 0, cancellationToken) == 1;
}

internal static class ClientPort
{
    extension(DatabaseLease database)
    {
        public IClientStore Clients => database.Port<IClientStore>(static records => new ClientStore(records));
    }
}
