using AuthKit.Stores;
using Microsoft.Extensions.Options;

namespace AuthKit.Tenants;

/// <summary>The databases of the tenants that the host registered.</summary>
internal sealed class RegisteredTenants(IOptions<AuthKitOptions> options, DatabaseOpener opener) : ITenantSource
{
    private readonly Dictionary<string, DatabaseRegistration> _databases = options.Value.Tenants.ToDictionary(tenant => tenant.Alias, tenant => tenant.Database, StringComparer.Ordinal);

    public Task<IDatabase> OpenAsync(string alias, CancellationToken cancellationToken) => opener.OpenAsync(_databases[alias], cancellationToken);
}
