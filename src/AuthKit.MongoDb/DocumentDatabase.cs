using AuthKit.Databases;
using AuthKit.MongoDb.Schemas;
using AuthKit.Records;
using MongoDB.Bson;

namespace AuthKit.MongoDb;

/// <summary>A MongoDB database; nothing is connected to before the first call.</summary>
/// <param name="connection">How it is reached; disposed with the database.</param>
internal sealed class DocumentDatabase(MongoConnection connection) : IDatabase
{
    private readonly DocumentMigrator _migrator = new(connection);

    public IRecords Records { get; } = new BsonRecords(connection);

    public Task MigrateAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => _migrator.MigrateAsync(schemas, Records, cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => connection.RunAsync(
        database => database.RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1), readPreference: null, cancellationToken),
        cancellationToken);

    public async Task<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken)
    {
        var hello = await connection.RunAsync(
            database => database.RunCommandAsync<BsonDocument>(new BsonDocument("hello", 1), readPreference: null, cancellationToken),
            cancellationToken);
        return hello.TryGetValue("localTime", out var time) ? new DateTimeOffset(time.ToUniversalTime()) : null;
    }

    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        return default;
    }
}
