using AuthKit.Stores;
using AuthKit.Tenants;
using static AuthKit.Relational.SqlValue;

namespace AuthKit.Relational.Stores;

internal sealed class TenantStore(SqlExecutor sql) : ITenantStore
{
    private const string Columns = "alias, slot, engine, fingerprint, protected_connection, created_at";

    public Task<bool> AddAsync(TenantRecord tenant, CancellationToken cancellationToken) => sql.TryInsertAsync(
        $"INSERT INTO authkit_tenants ({Columns}) VALUES (@alias, @slot, @engine, @fingerprint, @protected_connection, @created_at)",
        [
            Exact("@alias", tenant.Alias),
            Integer("@slot", tenant.Slot),
            Integer("@engine", (int)tenant.Engine),
            Binary("@fingerprint", tenant.Fingerprint),
            Binary("@protected_connection", tenant.ProtectedConnection),
            Time("@created_at", tenant.CreatedAt),
        ],
        cancellationToken);

    public Task<TenantRecord?> FindByAliasAsync(string alias, CancellationToken cancellationToken) =>
        sql.FirstAsync($"SELECT {Columns} FROM authkit_tenants WHERE alias = @alias", [Exact("@alias", alias)], Read, cancellationToken);

    public Task<TenantRecord?> FindByFingerprintAsync(byte[] fingerprint, CancellationToken cancellationToken) =>
        sql.FirstAsync($"SELECT {Columns} FROM authkit_tenants WHERE fingerprint = @fingerprint", [Binary("@fingerprint", fingerprint)], Read, cancellationToken);

    public async Task<IReadOnlyList<int>> ListSlotsAsync(CancellationToken cancellationToken) =>
        await sql.ListAsync("SELECT slot FROM authkit_tenants", [], static row => row.Integer(0), cancellationToken);

    private static TenantRecord Read(SqlRow row) => new()
    {
        Alias = row.Exact(0),
        Slot = row.Integer(1),
        Engine = (DatabaseEngine)row.Integer(2),
        Fingerprint = row.Binary(3),
        ProtectedConnection = row.Binary(4),
        CreatedAt = row.Time(5),
    };
}
