using AuthKit.AuthorizationServer.Clients;
using AuthKit.Stores;
using static AuthKit.Relational.SqlValue;

namespace AuthKit.Relational.Stores;

internal sealed class ClientStore(SqlExecutor sql) : IClientStore
{
    private const string Columns = "id, secret_hash, metadata, created_at";

    public Task<bool> AddAsync(ClientRecord client, CancellationToken cancellationToken) => sql.TryInsertAsync(
        $"INSERT INTO authkit_clients ({Columns}) VALUES (@id, @secret_hash, @metadata, @created_at)",
        [
            Exact("@id", client.Id),
            Binary("@secret_hash", client.SecretHash),
            Binary("@metadata", client.Metadata),
            Time("@created_at", client.CreatedAt),
        ],
        cancellationToken);

    public Task<ClientRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        sql.FirstAsync($"SELECT {Columns} FROM authkit_clients WHERE id = @id", [Exact("@id", id)], Read, cancellationToken);

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await sql.ChangeAsync("DELETE FROM authkit_clients WHERE id = @id", [Exact("@id", id)], cancellationToken) == 1;

    private static ClientRecord Read(SqlRow row) => new()
    {
        Id = row.Exact(0),
        SecretHash = row.BinaryOrNull(1),
        Metadata = row.Binary(2),
        CreatedAt = row.Time(3),
    };
}
