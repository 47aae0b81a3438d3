using AuthKit.MongoDb;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>What <c>docs/stores.md</c> tells administrators to make is what AuthKit makes.</summary>
public sealed class MongoIndexTests
{
    private static IEnumerable<string> Statements() =>
    [
        .. Indexes.OfUsers.Select(index => Statement("authkit_users", index)),
        .. Indexes.OfSessions.Select(index => Statement("authkit_sessions", index)),
        .. Indexes.OfGrants.Select(index => Statement("authkit_grants", index)),
        .. Indexes.OfTenants.Select(index => Statement("authkit_tenants", index)),
    ];

    [OneTimeSetUp]
    public void Map() => _ = new MongoStoreProvider().Open("mongodb://localhost/app");

    [Test]
    public void The_documented_indexes_are_those_that_are_made() =>
        Assert.That(Documented(), Is.EqualTo(Statements()));

    private static string Statement<TDocument>(string collection, CreateIndexModel<TDocument> index)
    {
        var keys = index.Keys.Render(new(BsonSerializer.LookupSerializer<TDocument>(), BsonSerializer.SerializerRegistry));
        var unique = index.Options.Unique == true ? ", unique: true" : "";
        var sparse = index.Options.Sparse == true ? ", sparse: true" : "";
        var expiry = index.Options.ExpireAfter is { } after ? $", expireAfterSeconds: {after.TotalSeconds}" : "";
        return $"db.{collection}.createIndex({{ {keys.Single().Name}: 1 }}, {{ name: \"{index.Options.Name}\"{unique}{sparse}{expiry} }})";
    }

    private static IEnumerable<string> Documented()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AuthKit.sln")))
            folder = folder.Parent;
        return File.ReadLines(Path.Combine(folder.FullName, "docs", "stores.md")).Where(line => line.StartsWith("db.authkit_", StringComparison.Ordinal));
    }
}
