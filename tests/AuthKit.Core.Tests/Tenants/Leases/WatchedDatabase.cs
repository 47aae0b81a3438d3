using AuthKit.AuthorizationServer.Clients;
using AuthKit.Conformance;
using AuthKit.Conformance.InMemory;
using AuthKit.AuthorizationServer.Consents;
using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.Core.Tests.Tenants.Leases;

/// <summary>A database that tells whether it has been closed.</summary>
internal sealed class WatchedDatabase : IDatabase
{
    private readonly InMemoryDatabase _inner = new();

    public int TimesClosed { get; private set; }

    public IUserStore Users => _inner.Users;

    public IExternalLoginStore ExternalLogins => _inner.ExternalLogins;

    public ISessionStore Sessions => _inner.Sessions;

    public IGrantStore Grants => _inner.Grants;

    public IKeyStore Keys => _inner.Keys;

    public IDirectoryStore Directory => _inner.Directory;

    public ITenantStore Tenants => _inner.Tenants;

    public IClientStore Clients => _inner.Clients;

    public IConsentStore Consents => _inner.Consents;

    public Task MigrateAsync(CancellationToken cancellationToken) => _inner.MigrateAsync(cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => _inner.PingAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        TimesClosed++;
        return default;
    }
}
