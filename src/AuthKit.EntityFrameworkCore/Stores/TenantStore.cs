using AuthKit.Tenants;
using Microsoft.EntityFrameworkCore;

namespace AuthKit.EntityFrameworkCore.Stores;

internal sealed class TenantStore(Contexts contexts) : ITenantStore
{
    public Task<bool> AddAsync(TenantRecord tenant, CancellationToken cancellationToken) => contexts.TryInsertAsync(
        tenant,
        other => other.Alias == tenant.Alias || other.Slot == tenant.Slot || other.Fingerprint == tenant.Fingerprint,
        cancellationToken);

    public Task<TenantRecord?> FindByAliasAsync(string alias, CancellationToken cancellationToken) =>
        contexts.FindAsync<TenantRecord>(tenant => tenant.Alias == alias, cancellationToken);

    public Task<TenantRecord?> FindByFingerprintAsync(byte[] fingerprint, CancellationToken cancellationToken) =>
        contexts.FindAsync<TenantRecord>(tenant => tenant.Fingerprint == fingerprint, cancellationToken);

    public async Task<IReadOnlyList<int>> ListSlotsAsync(CancellationToken cancellationToken) => await contexts.RunAsync(
        static (context, cancellationToken) => context.Set<TenantRecord>().Select(tenant => tenant.Slot).ToListAsync(cancellationToken),
        cancellationToken);
}
