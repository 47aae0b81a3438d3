using MongoDB.Driver;

namespace AuthKit.TestServers;

/// <summary>MongoDB: a database comes with its first document.</summary>
public sealed class MongoServer() : TestServer("MONGO")
{
    public override Task<string> CreateDatabaseAsync(string server) =>
        Task.FromResult(new MongoUrlBuilder(server) { DatabaseName = NewName() }.ToString());

    // A host makes its indexes when it opens the database.
    public override Task EmptyAsync(string database) => DropDatabaseAsync(database, database);

    public override Task DropDatabaseAsync(string server, string database) =>
        new MongoClient(database).DropDatabaseAsync(new MongoUrl(database).DatabaseName);
}
