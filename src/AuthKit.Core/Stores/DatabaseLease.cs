namespace AuthKit.Stores;

/// <summary>One use of a database: while it lasts, nobody closes the database. Disposing of it ends the use, not the database.</summary>
internal sealed class DatabaseLease(IDatabase database, Action? release) : IDatabase
{
    private Action? _release = release;

    public IUserStore Users => database.Users;

    public IExternalLoginStore ExternalLogins => database.ExternalLogins;

    public ISessionStore Sessions => database.Sessions;

    public IGrantStore Grants => database.Grants;

    public IKeyStore Keys => database.Keys;

    public IDirectoryStore Directory => database.Directory;

    public ITenantStore Tenants => database.Tenants;

    public IClientStore Clients => database.Clients;

    public IConsentStore Consents => database.Consents;

    public Task MigrateAsync(CancellationToken cancellationToken) => database.MigrateAsync(cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => database.PingAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _release, null)?.Invoke();
        return default;
    }
}
