using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.AuthorizationServer.Clients.ClientTable;

namespace AuthKit.AuthorizationServer.Clients;

internal sealed class ClientStore(IRecords records) : IClientStore
{
    public async Task<bool> AddAsync(ClientRecord client, CancellationToken cancellationToken) => await records.InsertAsync(Rows, client, cancellationToken) is null;

    public Task<ClientRecord?> FindAsync(string id, CancellationToken cancellationToken) => records.FindAsync(Rows, [Id.Is(id)], cancellationToken);

    public async Task<bool> ReplaceAsync(ClientRecord known, ClientRecord changed, CancellationToken cancellationToken)
    {
        Condition[] still = [Id.Is(known.Id), StillIs(RegistrationHash, known.RegistrationHash), StillIs(SecretHash, known.SecretHash)];
        return (await records.UpdateAsync(Rows, still, [Metadata.To(changed.Metadata), SecretHash.To(changed.SecretHash)], readBy: null, cancellationToken)).Changed == 1;
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await records.DeleteAsync(Rows, [Id.Is(id)], limit: 0, cancellationToken) == 1;

    private static Condition StillIs(Column<byte[]?> column, byte[]? value) => value is null ? column.IsNull : column.Is(value);
}

internal static class ClientPort
{
    extension(DatabaseLease database)
    {
        public IClientStore Clients => database.Port<IClientStore>(static records => new ClientStore(records));
    }
}
