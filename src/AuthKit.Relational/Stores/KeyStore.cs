using AuthKit.Stores;
using AuthKit.Tokens;
using static AuthKit.Relational.SqlValue;

namespace AuthKit.Relational.Stores;

internal sealed class KeyStore(SqlExecutor sql) : IKeyStore
{
    private const string Columns = "id, key_use, generation, public_key, protected_key, activates_at, retires_at, expires_at";

    public async Task<IReadOnlyList<KeyRecord>> ListAsync(CancellationToken cancellationToken) =>
        await sql.ListAsync($"SELECT {Columns} FROM authkit_keys ORDER BY key_use, generation", [], Read, cancellationToken);

    public Task<bool> AddAsync(KeyRecord key, CancellationToken cancellationToken) => sql.TryInsertAsync(
        $"INSERT INTO authkit_keys ({Columns}) VALUES (@id, @key_use, @generation, @public_key, @protected_key, @activates_at, @retires_at, @expires_at)",
        [
            Id("@id", key.Id),
            Integer("@key_use", (int)key.Use),
            Integer("@generation", key.Generation),
            Binary("@public_key", key.PublicKey),
            Binary("@protected_key", key.ProtectedKey),
            Time("@activates_at", key.ActivatesAt),
            Time("@retires_at", key.RetiresAt),
            Time("@expires_at", key.ExpiresAt),
        ],
        cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        sql.ChangeAsync("DELETE FROM authkit_keys WHERE expires_at <= @before", [Time("@before", before)], cancellationToken);

    private static KeyRecord Read(SqlRow row) => new()
    {
        Id = row.Id(0),
        Use = (KeyUse)row.Integer(1),
        Generation = row.Integer(2),
        PublicKey = row.Binary(3),
        ProtectedKey = row.Binary(4),
        ActivatesAt = row.Time(5),
        RetiresAt = row.Time(6),
        ExpiresAt = row.Time(7),
    };
}
