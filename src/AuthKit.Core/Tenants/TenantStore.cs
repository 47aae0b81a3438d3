using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Tenants.TenantTable;

namespace AuthKit.Tenants;

internal sealed class TenantStore(IRecords records) : ITenantStore
{
    public async Task<bool> AddAsync(TenantRecord tenant, CancellationToken cancellationToken) => await records.InsertAsync(Rows, tenant, cancellationToken) is null;

    public Task<TenantRecord?> FindByAliasAsync(string alias, CancellationToken cancellationToken) => records.FindAsync(Rows, [Alias.Is(alias)], cancellationToken);

    public Task<TenantRecord?> FindByFingerprintAsync(byte[] fingerprint, CancellationToken cancellationToken) => records.FindAsync(Rows, [Fingerprint.Is(fingerprint)], cancellationToken);

    public async Task<IReadOnlyList<TenantRecord>> ListAsync(CancellationToken cancellationToken) => await records.ListAsync(Rows, [], orderBy: null, limit: 0, cancellationToken);

    public Task KeepAsync(string alias, DateTimeOffset until, CancellationToken cancellationToken) =>
        records.UpdateAsync(Rows, [Alias.Is(alias)], [KeptUntil.To(until)], readBy: null, cancellationToken);

    public async Task<bool> RemoveAsync(TenantRecord seen, CancellationToken cancellationToken) =>
        await records.DeleteAsync(Rows, [Alias.Is(seen.Alias), seen.KeptUntil is null ? KeptUntil.IsNull : KeptUntil.Is(seen.KeptUntil)], limit: 0, cancellationToken) == 1;
}

internal static class TenantPort
{
    extension(DatabaseLease database)
    {
        public ITenantStore Tenants => database.Port<ITenantStore>(static records => new TenantStore(records));
    }
}
