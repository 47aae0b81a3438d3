using AuthKit.Records;
using MongoDB.Driver;

namespace AuthKit.MongoDb;

/// <summary>A database of the driver's client, which is made when it is first needed, for making one begins to connect.</summary>
internal sealed class MongoConnection(MongoTarget target) : IDisposable
{
    private readonly SemaphoreSlim _connecting = new(1, 1);
    private IMongoDatabase? _database;

    /// <summary>Makes a call of the driver's, which fails as the verbs promise.</summary>
    public async Task<TResult> RunAsync<TResult>(Func<IMongoDatabase, Task<TResult>> call, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await call(Volatile.Read(ref _database) ?? await ConnectAsync(cancellationToken));
        }
        catch (Exception e) when (ErrorTranslation.Translate(e, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    private async Task<IMongoDatabase> ConnectAsync(CancellationToken cancellationToken)
    {
        await _connecting.WaitAsync(cancellationToken);
        try
        {
            return _database ??= new MongoClient(await SettingsAsync(cancellationToken)).GetDatabase(target.Database);
        }
        finally
        {
            _connecting.Release();
        }
    }

    private async Task<MongoClientSettings> SettingsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await target.ResolveAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Not as an inner exception: what is wrong with a DNS record is told by repeating the string.
            throw new StoreUnavailableException("The MongoDB database is unavailable: its hosts cannot be looked up.");
        }
    }

    public void Dispose()
    {
        _database?.Client.Dispose();
        _connecting.Dispose();
    }
}
