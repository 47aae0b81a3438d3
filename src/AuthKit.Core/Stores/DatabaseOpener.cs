namespace AuthKit.Stores;

/// <summary>Opens databases on the registered engines and brings their schema up to date.</summary>
internal sealed class DatabaseOpener(IEnumerable<IStoreProvider> providers)
{
    public Task<IDatabase> OpenAsync(DatabaseRegistration registration, CancellationToken cancellationToken)
    {
        var database = providers.Single(provider => provider.Engine == registration.Engine).Open(registration.ConnectionString);
        return registration.Migrate ? MigrateAsync(database, cancellationToken) : Task.FromResult(database);
    }

    /// <summary>The database with its schema up to date; where that fails, it is closed.</summary>
    public static async Task<IDatabase> MigrateAsync(IDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            await database.MigrateAsync(cancellationToken);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }
}
