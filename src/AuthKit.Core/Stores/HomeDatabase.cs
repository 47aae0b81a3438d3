using Microsoft.Extensions.Options;

namespace AuthKit.Stores;

/// <summary>The home database, opened and migrated when it is first needed, and open from then on.</summary>
internal sealed class HomeDatabase : IAsyncDisposable
{
    private readonly PreparedDatabase _home;
    private IDatabase? _lasting;

    public HomeDatabase(IOptions<AuthKitOptions> options, DatabaseOpener opener, IServiceProvider services, TimeProvider time, HostDatabase? host = null, IUserStore? users = null)
    {
        if (options.Value.Database is null && host is null)
            throw new InvalidOperationException("AuthKit has no home database.");
        _home = new(OpenAsync, time);

        async Task<IDatabase> OpenAsync(CancellationToken cancellationToken)
        {
            var database = host is null
                ? await opener.OpenAsync(options.Value.Database!, cancellationToken)
                : await DatabaseOpener.MigrateAsync(host.Open(services), cancellationToken);
            return users is null ? database : new HostUsersDatabase(database, users);
        }
    }

    /// <summary>The database, which disposing of what is returned does not close.</summary>
    public ValueTask<IDatabase> GetAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _lasting) is { } lasting ? new(lasting) : new(OpenAsync(cancellationToken));

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    private async Task<IDatabase> OpenAsync(CancellationToken cancellationToken)
    {
        // A lease that nobody gives back.
        var lasting = new DatabaseLease(await _home.LeaseAsync(cancellationToken), release: null);
        Volatile.Write(ref _lasting, lasting);
        return lasting;
    }
}
