using AuthKit.Databases;

namespace AuthKit.Tenants;

/// <summary>Every database that users live in, by tenant.</summary>
internal sealed class UserDatabases(HomeDatabase home, TenantDatabases tenants)
{
    /// <summary>A tenant's database, or the home database for <see cref="Tenant.Home"/>. It stays open until what is returned is disposed of.</summary>
    /// <param name="tenant">The alias, which <see cref="TenantRegistry"/> knows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask<DatabaseLease> OfAsync(string tenant, CancellationToken cancellationToken) =>
        tenant == Tenant.Home ? home.GetAsync(cancellationToken) : tenants.LeaseAsync(tenant, cancellationToken);
}
