namespace AuthKit.Stores;

/// <summary>A database that is opened and migrated once, at first use; where that fails, the next use tries again.</summary>
internal sealed class PreparedDatabase(Func<IDatabase> open, bool migrate, IUserStore? users) : IAsyncDisposable
{
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private IDatabase? _opened;

    public IDatabase? Opened => Volatile.Read(ref _opened);

    public ValueTask<IDatabase> GetAsync(CancellationToken cancellationToken) =>
        Opened is { } opened ? new(opened) : new(PrepareAsync(cancellationToken));

    private async Task<IDatabase> PrepareAsync(CancellationToken cancellationToken)
    {
        await _preparing.WaitAsync(cancellationToken);
        try
        {
            if (Opened is { } opened)
                return opened;
            var database = open();
            try
            {
                if (migrate)
                    await database.MigrateAsync(cancellationToken);
            }
            catch
            {
                await database.DisposeAsync();
                throw;
            }

            database = users is null ? database : new HostUsersDatabase(database, users);
            Volatile.Write(ref _opened, database);
            return database;
        }
        finally
        {
            _preparing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _preparing.Dispose();
        if (Opened is { } opened)
            await opened.DisposeAsync();
    }
}
