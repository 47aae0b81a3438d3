using AuthKit.MongoDb.Documents;
using AuthKit.Tenants;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Stores;

internal sealed class TenantStore(Collection<TenantDocument> tenants) : ITenantStore
{
    public Task<bool> AddAsync(TenantRecord tenant, CancellationToken cancellationToken) => tenants.TryInsertAsync(TenantDocument.Of(tenant), cancellationToken);

    public async Task<TenantRecord?> FindByAliasAsync(string alias, CancellationToken cancellationToken) =>
        (await tenants.FirstAsync(Builders<TenantDocument>.Filter.Eq(tenant => tenant.Alias, alias), cancellationToken))?.ToTenant();

    public async Task<TenantRecord?> FindByFingerprintAsync(byte[] fingerprint, CancellationToken cancellationToken) =>
        (await tenants.FirstAsync(Builders<TenantDocument>.Filter.Eq(tenant => tenant.Fingerprint, fingerprint), cancellationToken))?.ToTenant();

    public async Task<IReadOnlyList<int>> ListSlotsAsync(CancellationToken cancellationToken)
    {
        var all = await tenants.RunAsync(collection => collection.Find(FilterDefinition<TenantDocument>.Empty).ToListAsync(cancellationToken), cancellationToken);
        return [.. all.Select(tenant => tenant.Slot)];
    }
}
