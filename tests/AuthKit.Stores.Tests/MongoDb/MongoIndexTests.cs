using AuthKit.Hosting;
using AuthKit.MongoDb.Schemas;
using AuthKit.Records;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Serializers;
using MongoDB.Driver;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>What <c>docs/stores.md</c> tells administrators to make is what AuthKit makes.</summary>
public sealed class MongoIndexTests
{
    [Test]
    public void The_documented_indexes_are_those_that_are_made() =>
        Assert.That(Documented(), Is.EqualTo(AuthKitSchema.Current.Tables.Where(static table => table != SchemaTables.Features).SelectMany(Statements)));

    private static IEnumerable<string> Statements(Table table) => new TableIndexes(table).All().Select(index => $"db.{table.Name}.createIndex({Text(index.Keys)}, {Options(index.Options)})");

    private static string Options(CreateIndexOptions options)
    {
        var unique = options.Unique == true ? ", unique: true" : "";
        var partial = options is CreateIndexOptions<BsonDocument> { PartialFilterExpression: { } present } ? $", partialFilterExpression: {Text(present)}" : "";
        var expiry = options.ExpireAfter is { } after ? $", expireAfterSeconds: {after.TotalSeconds}" : "";
        return $"{{ name: \"{options.Name}\"{unique}{partial}{expiry} }}";
    }

    private static string Text(IndexKeysDefinition<BsonDocument> keys) => Text(keys.Render(new(BsonDocumentSerializer.Instance, BsonSerializer.SerializerRegistry)));

    private static string Text(FilterDefinition<BsonDocument> filter) => Text(filter.Render(new(BsonDocumentSerializer.Instance, BsonSerializer.SerializerRegistry)));

    private static string Text(BsonDocument document) => document.ToJson();

    private static IEnumerable<string> Documented()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AuthKit.sln")))
            folder = folder.Parent;
        return File.ReadLines(Path.Combine(folder.FullName, "docs", "stores.md")).Where(line => line.StartsWith("db.authkit_", StringComparison.Ordinal));
    }
}
