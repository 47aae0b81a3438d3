using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Consents;
using AuthKit.Databases;
using AuthKit.EntityFrameworkCore.Stores;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.EntityFrameworkCore;

/// <summary>The ports on the database of a host's context.</summary>
/// <typeparam name="TContext">The host's context.</typeparam>
public sealed class EntityFrameworkDatabase<TContext> : IDatabase where TContext : DbContext
{
    private readonly Contexts _contexts;

    /// <summary>The database of the context; nothing is connected to yet.</summary>
    /// <param name="scopes">The host's services, which have the context.</param>
    public EntityFrameworkDatabase(IServiceScopeFactory scopes)
    {
        _contexts = new(scopes, typeof(TContext));
        Users = new UserStore(_contexts);
        ExternalLogins = new ExternalLoginStore(_contexts);
        Sessions = new SessionStore(_contexts);
        Grants = new GrantStore(_contexts);
        Keys = new KeyStore(_contexts);
        Directory = new DirectoryStore(_contexts);
        Tenants = new TenantStore(_contexts);
        Clients = new ClientStore(_contexts);
        Consents = new ConsentStore(_contexts);
    }

    /// <inheritdoc/>
    public IUserStore Users { get; }

    /// <inheritdoc/>
    public IExternalLoginStore ExternalLogins { get; }

    /// <inheritdoc/>
    public ISessionStore Sessions { get; }

    /// <inheritdoc/>
    public IGrantStore Grants { get; }

    /// <inheritdoc/>
    public IKeyStore Keys { get; }

    /// <inheritdoc/>
    public IDirectoryStore Directory { get; }

    /// <inheritdoc/>
    public ITenantStore Tenants { get; }

    /// <inheritdoc/>
    public IClientStore Clients { get; }

    /// <inheritdoc/>
    public IConsentStore Consents { get; }

    /// <summary>Changes nothing, for migrations are the host's: sees whether they have brought the database to what this release needs.</summary>
    /// <exception cref="InvalidOperationException">They have not; the message says what to run.</exception>
    public Task MigrateAsync(CancellationToken cancellationToken) => _contexts.RunAsync(SchemaCheck.RunAsync, cancellationToken);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) =>
        _contexts.RunAsync(static (context, cancellationToken) => context.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken), cancellationToken);

    /// <summary>Does nothing: the contexts are the host's.</summary>
    public ValueTask DisposeAsync() => default;
}
