using AuthKit.Tenants;
using Microsoft.Extensions.Options;

namespace AuthKit.Stores;

/// <summary>The home database and the tenants', each opened and migrated when it is first needed.</summary>
internal sealed class Databases : IAsyncDisposable
{
    private readonly PreparedDatabase _home;
    private readonly Dictionary<string, PreparedDatabase> _tenants = new(StringComparer.Ordinal);

    public Databases(IOptions<AuthKitOptions> options, IEnumerable<IStoreProvider> providers, IServiceProvider services, HomeDatabase? home = null, IUserStore? users = null)
    {
        _home = home is null
            ? Prepare(options.Value.Database ?? throw new InvalidOperationException("AuthKit has no home database."), users)
            : new(() => home.Open(services), migrate: true, users);
        foreach (var tenant in options.Value.Tenants)
            _tenants.Add(tenant.Alias, Prepare(tenant.Database, users: null));

        PreparedDatabase Prepare(DatabaseRegistration registration, IUserStore? users) => new(
            () => providers.Single(provider => provider.Engine == registration.Engine).Open(registration.ConnectionString),
            registration.Migrate,
            users);
    }

    public ValueTask<IDatabase> HomeAsync(CancellationToken cancellationToken) => _home.GetAsync(cancellationToken);

    /// <summary>A tenant's database, or the home database for <see cref="Tenant.Home"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such tenant; ask <see cref="TenantRegistry"/> first.</exception>
    public ValueTask<IDatabase> OfAsync(string tenant, CancellationToken cancellationToken) =>
        tenant == Tenant.Home ? _home.GetAsync(cancellationToken) : _tenants[tenant].GetAsync(cancellationToken);

    /// <summary>The databases that something has used so far.</summary>
    public IEnumerable<IDatabase> Opened => _tenants.Values.Prepend(_home).Select(prepared => prepared.Opened).OfType<IDatabase>();

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _tenants.Values.Prepend(_home))
            await database.DisposeAsync();
    }
}
