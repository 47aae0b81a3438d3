using System.Data.Common;
using AuthKit.Relational.Schema;
using AuthKit.Relational.Stores;
using AuthKit.Stores;

namespace AuthKit.Relational;

/// <summary>The ports on a relational database.</summary>
public sealed class RelationalDatabase : IDatabase
{
    private readonly DbDataSource _source;
    private readonly DbDataSource _writers;
    private readonly SqlExecutor _sql;
    private readonly Migrator _migrator;

    /// <summary>Opens a database; nothing is connected to yet.</summary>
    /// <param name="source">Its connections; disposed with the database.</param>
    /// <param name="dialect">Its engine's dialect.</param>
    /// <param name="writers">The connections to write on, where those are not the same; disposed with the database.</param>
    public RelationalDatabase(DbDataSource source, SqlDialect dialect, DbDataSource? writers = null)
    {
        _source = source;
        _writers = writers ?? source;
        _sql = new(_source, _writers, dialect);
        _migrator = new(source, dialect, Migration.All);
        Users = new UserStore(_sql);
        ExternalLogins = new ExternalLoginStore(_sql);
        Sessions = new SessionStore(_sql);
        Grants = new GrantStore(_sql);
        Keys = new KeyStore(_sql);
        Directory = new DirectoryStore(_sql);
        Tenants = new TenantStore(_sql);
        Clients = new ClientStore(_sql);
        Consents = new ConsentStore(_sql);
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

    /// <inheritdoc/>
    public Task MigrateAsync(CancellationToken cancellationToken) => _migrator.MigrateAsync(cancellationToken);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => _sql.FirstAsync("SELECT 1", [], static row => row.Integer(0), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_writers != _source)
            await _writers.DisposeAsync();
        await _source.DisposeAsync();
    }
}
