using AuthKit.Records;

namespace AuthKit.Databases;

/// <summary>
/// One use of an opened database: while it lasts, nobody closes the database. Disposing of it ends the use, not the database.
/// Each noun adds its port as a property (<c>database.Users</c>), beside the port's implementation.
/// </summary>
internal sealed class DatabaseLease(DatabasePorts ports, Action? release) : IAsyncDisposable
{
    private Action? _release = release;

    /// <summary>A port on the database.</summary>
    /// <param name="create">Makes it where it was not asked for before.</param>
    public TPort Port<TPort>(Func<IRecords, TPort> create) where TPort : class => ports.Get(create);

    /// <summary>The same database, for as long as the process lives: disposing of what is returned ends nothing.</summary>
    public DatabaseLease Lasting() => new(ports, release: null);

    public Task PingAsync(CancellationToken cancellationToken) => ports.Database.PingAsync(cancellationToken);

    public Task<string?> FindLackAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => ports.Database.FindLackAsync(schemas, cancellationToken);

    public Task<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken) => ports.Database.GetTimeAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _release, null)?.Invoke();
        return default;
    }
}
