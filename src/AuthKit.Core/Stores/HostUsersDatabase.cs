namespace AuthKit.Stores;

/// <summary>A database in which the accounts alone are the host's.</summary>
internal sealed class HostUsersDatabase(IDatabase inner, IUserStore users) : IDatabase
{
    public IUserStore Users => users;

    public IExternalLoginStore ExternalLogins => inner.ExternalLogins;

    public ISessionStore Sessions => inner.Sessions;

    public IGrantStore Grants => inner.Grants;

    public IKeyStore Keys => inner.Keys;

    public IDirectoryStore Directory => inner.Directory;

    public ITenantStore Tenants => inner.Tenants;

    public IClientStore Clients => inner.Clients;

    public IConsentStore Consents => inner.Consents;

    public Task MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => inner.PingAsync(cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
