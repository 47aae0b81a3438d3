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

    /// <summary>All of them, in any order; there are as many as the quota at the most.</summary>
    Task<IReadOnlyList<TenantRecord>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a tenant's slot until then.</summary>
    Task KeepAsync(string alias, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Removes a tenant, in one conditional update: only where its slot is still kept until the time that was seen.</summary>
    /// <returns>Whether this caller removed it.</returns>
    Task<bool> RemoveAsync(TenantRecord seen, CancellationToken cancellationToken);
}
