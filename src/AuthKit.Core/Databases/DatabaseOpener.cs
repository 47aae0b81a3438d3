using AuthKit.Records;

namespace AuthKit.Databases;

/// <summary>Opens databases on the registered engines and brings their schemas up to date.</summary>
internal sealed class DatabaseOpener(DatabaseEngines engines, IEnumerable<Schema> schemas)
{
    private readonly Schema[] _schemas = [.. schemas];

    public Task<IDatabase> OpenAsync(DatabaseRegistration registration, CancellationToken cancellationToken)
    {
        var provider = engines.ProviderOf(registration.KeyIdentifier)
            ?? throw new InvalidOperationException($"No store is registered for the engine '{registration.KeyIdentifier}'.");
        var database = provider.Open(registration.ConnectionString);
        return registration.Migrate ? MigrateAsync(database, cancellationToken) : Task.FromResult(database);
    }

    /// <summary>The database with its schemas up to date; where that fails, it is closed.</summary>
    public async Task<IDatabase> MigrateAsync(IDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            await database.MigrateAsync(_schemas, cancellationToken);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }
}
