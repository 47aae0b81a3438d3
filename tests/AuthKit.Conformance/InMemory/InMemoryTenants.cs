using AuthKit.Stores;
using AuthKit.Tenants;

namespace AuthKit.Conformance.InMemory;

internal sealed class InMemoryTenants : ITenantStore
{
    private readonly Rows<TenantRecord> _tenants = new();

    public Task<bool> AddAsync(TenantRecord tenant, CancellationToken cancellationToken) => _tenants.TryAddAsync(
        tenant,
        other => other.Alias == tenant.Alias || other.Slot == tenant.Slot || other.Fingerprint.AsSpan().SequenceEqual(tenant.Fingerprint),
        cancellationToken);

    public Task<TenantRecord?> FindByAliasAsync(string alias, CancellationToken cancellationToken) =>
        _tenants.FindAsync(tenant => tenant.Alias == alias, cancellationToken);

    public Task<TenantRecord?> FindByFingerprintAsync(byte[] fingerprint, CancellationToken cancellationToken) =>
        _tenants.FindAsync(tenant => tenant.Fingerprint.AsSpan().SequenceEqual(fingerprint), cancellationToken);

    public Task<IReadOnlyList<int>> ListSlotsAsync(CancellationToken cancellationToken) =>
        _tenants.DoAsync<IReadOnlyList<int>>(tenants => [.. tenants.Select(tenant => tenant.Slot)], cancellationToken);
}
