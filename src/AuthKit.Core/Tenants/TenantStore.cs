using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Tenants.TenantTable;

namespace AuthKit.Tenants;

internal sealed class TenantStore(IRecords records) : ITenantStore
{
    public async Task<bool> AddAsync(TenantRecord tenant, CancellationToken cancellationToken) => await records.InsertAsync(Rows, tenant, cancellationToken) is null;

    public Task<TenantRecord?> FindByAliasAsync(string alias, CancellationToken cancellationToken) => records.FindAsync(Rows, [Alias.Is(alias)], cancellationToken);

    public Task<TenantRecord?> FindByFingerprintAsync(byte[] fingerprint, CancellationToken cancellationToken) => records.FindAsync(Rows, [Fingerprint.Is(fingerprint)], cancellationToken);

    public async Task<IReadOnlyList<int>> ListSlotsAsync(CancellationToken cancellationToken)
    {
        var tenants = await records.ListAsync(Rows, [], orderBy: null, limit: 0, cancellationToken);
        return tenants.ConvertAll(static tenant => tenant.Slot);
    }
}

internal static class TenantPort
{
    extension(DatabaseLease database)
    {
        public ITenantStore Tenants => database.Port<ITenantStore>(static records => new TenantStore(records));
    }
}
