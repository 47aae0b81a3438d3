using System.Data.Common;
using AuthKit.Relational.Schema;
using AuthKit.Relational.Stores;
using AuthKit.Stores;

namespace AuthKit.Relational;

/// <summary>The ports on a relational database.</summary>
public sealed class RelationalDatabase : IDatabase
{
    private readonly DbDataSource _source;
    private readonly WriteQueue? _writes;
    private readonly SqlExecutor _sql;
    private readonly Migrator _migrator;

    /// <summary>Opens a database; nothing is connected to yet.</summary>
    /// <param name="source">Its connections; disposed with the database.</param>
    /// <param name="dialect">Its engine's dialect.</param>
    /// <param name="writePatience">
    /// Where set, the engine admits only one writer at a time: writes then queue in this process, each for so long at the most.
    /// </param>
    public RelationalDatabase(DbDataSource source, SqlDialect dialect, TimeSpan? writePatience = null)
    {
        _source = source;
        _writes = writePatience is { } patience ? new(patience) : null;
        _sql = new(source, dialect, _writes);
        _migrator = new(source, dialect);
        Users = new UserStore(_sql);
        ExternalLogins = new ExternalLoginStore(_sql);
        Sessions = new SessionStore(_sql);
        Grants = new GrantStore(_sql);
        Keys = new KeyStore(_sql);
        Directory = new DirectoryStore(_sql);
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
    public Task MigrateAsync(CancellationToken cancellationToken) => _migrator.MigrateAsync(cancellationToken);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => _sql.FirstAsync("SELECT 1", [], static row => row.Integer(0), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        _writes?.Dispose();
    }
}
