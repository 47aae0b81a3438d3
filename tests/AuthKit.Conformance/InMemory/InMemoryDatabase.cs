using AuthKit.Stores;

namespace AuthKit.Conformance.InMemory;

/// <summary>The ports in memory.</summary>
public sealed class InMemoryDatabase : IDatabase
{
    /// <inheritdoc/>
    public IUserStore Users { get; } = new InMemoryUsers();

    /// <inheritdoc/>
    public IExternalLoginStore ExternalLogins { get; } = new InMemoryExternalLogins();

    /// <inheritdoc/>
    public ISessionStore Sessions { get; } = new InMemorySessions();

    /// <inheritdoc/>
    public IGrantStore Grants { get; } = new InMemoryGrants();

    /// <inheritdoc/>
    public IKeyStore Keys { get; } = new InMemoryKeys();

    /// <inheritdoc/>
    public IDirectoryStore Directory { get; } = new InMemoryDirectory();

    /// <inheritdoc/>
    public ITenantStore Tenants { get; } = new InMemoryTenants();

    /// <inheritdoc/>
    public IClientStore Clients { get; } = new InMemoryClients();

    /// <inheritdoc/>
    public IConsentStore Consents { get; } = new InMemoryConsents();

    /// <inheritdoc/>
    public Task MigrateAsync(CancellationToken cancellationToken) => PingAsync(cancellationToken);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;

    /// <summary>Keeps what is in it: the next to open it finds it there.</summary>
    public ValueTask DisposeAsync() => default;
}
