using AuthKit.Databases;

namespace AuthKit.MongoDb;

/// <summary>Opens MongoDB databases, on a single node, a replica set or behind mongos; from server version 4.4.</summary>
public sealed class MongoStoreProvider : IStoreProvider
{
    /// <inheritdoc/>
    public DatabaseEngine Engine => DatabaseEngine.MongoDb;

    /// <summary>
    /// Opens the database that the string names after its hosts. Its timeouts hold where it gives them (5 seconds to select a
    /// server, to connect and to wait for the pool; 10 seconds for a majority); its read and write concerns do not.
    /// </summary>
    /// <inheritdoc/>
    public IDatabase Open(string connectionString) => new DocumentDatabase(new(MongoTarget.Parse(connectionString)));
}
