using AuthKit.Databases;
using AuthKit.MongoDb;
using AuthKit.TestServers;
using MongoDB.Driver;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>A server that the environment names; each fixture's databases are made on it, and dropped after it.</summary>
public sealed class MongoEngine : TestEngine
{
    private readonly MongoServer _server = new();
    private readonly List<string> _databases = [];

    public override IStoreProvider Provider { get; } = new MongoStoreProvider();

    /// <summary>How tests reach a database past AuthKit.</summary>
    public static IMongoDatabase Raw(string connectionString) => new MongoClient(connectionString).GetDatabase(new MongoUrl(connectionString).DatabaseName);

    public override async Task<string> CreateDatabaseAsync()
    {
        var database = await _server.CreateDatabaseAsync(_server.Require());
        _databases.Add(database);
        return database;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var database in _databases)
            await _server.DropDatabaseAsync(database, database);
    }
}
