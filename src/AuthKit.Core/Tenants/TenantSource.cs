using AuthKit.Databases;
using AuthKit.Tenants.Brought;
using Microsoft.Extensions.Options;

namespace AuthKit.Tenants;

/// <summary>Opens the databases of the tenants that the host registered, and of those that callers brought.</summary>
internal sealed class TenantSource(IOptions<AuthKitOptions> options, DatabaseOpener opener, BroughtTenants brought) : ITenantSource
{
    private readonly Dictionary<string, DatabaseRegistration> _registered = options.Value.Tenants.ToDictionary(tenant => tenant.Alias, tenant => tenant.Database, StringComparer.Ordinal);

    public Task<IDatabase> OpenAsync(string alias, CancellationToken cancellationToken) =>
        _registered.TryGetValue(alias, out var database) ? opener.OpenAsync(database, cancellationToken) : brought.OpenAsync(alias, cancellationToken);
}
