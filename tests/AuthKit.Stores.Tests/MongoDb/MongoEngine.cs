using AuthKit.Conformance;
using AuthKit.MongoDb;
using MongoDB.Driver;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>A server that the environment names; each fixture's databases are made on it, and dropped after it.</summary>
public sealed class MongoEngine : TestEngine
{
    private readonly List<string> _databases = [];

    public override IStoreProvider Provider { get; } = new MongoStoreProvider();

    /// <summary>How tests reach a database past AuthKit.</summary>
    public static IMongoDatabase Raw(string connectionString) => new MongoClient(connectionString).GetDatabase(new MongoUrl(connectionString).DatabaseName);

    public override Task<string> CreateDatabaseAsync()
    {
        var server = Environment.GetEnvironmentVariable("AUTHKIT_TEST_MONGO");
        if (string.IsNullOrEmpty(server))
            Absent("mongo", "AUTHKIT_TEST_MONGO names no server.");
        var database = new MongoUrlBuilder(server) { DatabaseName = $"authkit_{Guid.NewGuid():N}" }.ToString();
        _databases.Add(database);
        return Task.FromResult(database);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var database in _databases.Select(Raw))
            await database.Client.DropDatabaseAsync(database.DatabaseNamespace.DatabaseName);
    }
}
