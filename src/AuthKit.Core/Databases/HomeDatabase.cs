using Microsoft.Extensions.Options;

namespace AuthKit.Databases;

/// <summary>The home database, opened and migrated when it is first needed, and open from then on.</summary>
internal sealed class HomeDatabase : IAsyncDisposable
{
    private readonly PreparedDatabase _home;
    private DatabaseLease? _lasting;

    public HomeDatabase(IOptions<AuthKitOptions> options, DatabaseOpener opener, IServiceProvider services, TimeProvider time, IEnumerable<ReplacedPort> replaced, HostDatabase? host = null)
    {
        if (options.Value.Database is null && host is null)
            throw new InvalidOperationException("AuthKit has no home database.");
        _home = new(OpenAsync, time);

        async Task<DatabasePorts> OpenAsync(CancellationToken cancellationToken)
        {
            var database = host is null
                ? await opener.OpenAsync(options.Value.Database!, cancellationToken)
                : await opener.MigrateAsync(host.Open(services), cancellationToken);
            return new(database, replaced);
        }
    }

    /// <summary>The database, which disposing of what is returned does not close.</summary>
    public ValueTask<DatabaseLease> GetAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _lasting) is { } lasting ? new(lasting) : new(OpenAsync(cancellationToken));

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    private async Task<DatabaseLease> OpenAsync(CancellationToken cancellationToken)
    {
        // Not given back before the host ends, so that nothing closes the database under anybody.
        var lasting = (await _home.LeaseAsync(cancellationToken)).Lasting();
        Volatile.Write(ref _lasting, lasting);
        return lasting;
    }
}
