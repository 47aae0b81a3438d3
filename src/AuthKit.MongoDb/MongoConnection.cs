using AuthKit.Records;
using MongoDB.Driver;

namespace AuthKit.MongoDb;

/// <summary>The driver's client, made when it is first needed, for making one begins to connect.</summary>
internal sealed class MongoConnection(MongoTarget target) : IDisposable
{
    private readonly SemaphoreSlim _connecting = new(1, 1);
    private MongoClient? _client;

    public async ValueTask<IMongoDatabase> DatabaseAsync(CancellationToken cancellationToken)
    {
        var client = Volatile.Read(ref _client) ?? await ConnectAsync(cancellationToken);
        return client.GetDatabase(target.Database);
    }

    private async Task<MongoClient> ConnectAsync(CancellationToken cancellationToken)
    {
        await _connecting.WaitAsync(cancellationToken);
        try
        {
            return _client ??= new(await SettingsAsync(cancellationToken));
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
        _client?.Dispose();
        _connecting.Dispose();
    }
}
