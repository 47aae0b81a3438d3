using AuthKit.Databases.Brought;

namespace AuthKit.Tenants;

/// <summary>In the home database: the tenants whose databases callers brought (<see cref="ClientDatabasePolicy"/>), their connection strings protected.</summary>
/// <remarks><inheritdoc cref="Records.StoreUnavailableException" path="/remarks"/></remarks>
public interface ITenantStore
{
    /// <summary>Adds a tenant, unless another one has its alias, its fingerprint or its slot. Slots are what a quota is counted in.</summary>
    /// <returns>Whether it was added.</returns>
    Task<bool> AddAsync(TenantRecord tenant, CancellationToken cancellationToken);

    /// <summary>The tenant with this alias, or null.</summary>
    Task<TenantRecord?> FindByAliasAsync(string alias, CancellationToken cancellationToken);

    /// <summary>The tenant with this fingerprint, or null.</summary>
    Task<TenantRecord?> FindByFingerprintAsync(byte[] fingerprint, CancellationToken cancellationToken);

    /// <summary>The slots that tenants have, in any order.</summary>
    Task<IReadOnlyList<int>> ListSlotsAsync(CancellationToken cancellationToken);
}
