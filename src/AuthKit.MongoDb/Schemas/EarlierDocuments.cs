using MongoDB.Bson;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Schemas;

/// <summary>
/// Brings the documents of releases before version 4 into the shape that the tables describe: accounts had their profile inside
/// a document of its own, keys were kept under their place in the ring, a name's tenants and a consent's scopes in one document.
/// </summary>
/// <remarks>
/// The server does it by itself and may do it again. No document goes before what replaces it is there; but what a node of a
/// release before writes meanwhile may be lost, and it cannot read the new shape: such nodes are stopped first.
/// </remarks>
internal static class EarlierDocuments
{
    /// <summary>The version of AuthKit's own schema that has none of them.</summary>
    public const int Until = 4;

    private static readonly string[] Profile = ["name", "given_name", "family_name", "phone_number", "address", "contact_email"];

    private static readonly BsonDocument[] Users =
    [
        new("$set", new BsonDocument(Profile.Select(static field => new BsonElement(field, new BsonDocument("$ifNull", new BsonArray { $"$profile.{field}", "$$REMOVE" }))))),
        new("$unset", "profile"),
    ];

    private static readonly BsonDocument[] Keys =
    [
        new("$set", new BsonDocument { { "_id", "$kid" }, { "key_use", "$_id.key_use" }, { "generation", "$_id.generation" } }),
        new("$unset", "kid"),
    ];

    private static readonly BsonDocument[] Directory =
    [
        new("$unwind", "$tenants"),
        ReplacedBy(new() { { "_id", new BsonDocument { { "name_hash", "$_id" }, { "tenant", "$tenants" } } } }),
    ];

    private static readonly BsonDocument[] Consents =
    [
        new("$unwind", "$scopes"),
        ReplacedBy(new() { { "_id", new BsonDocument { { "user_id", "$_id.user_id" }, { "client_id", "$_id.client_id" }, { "scope", "$scopes" } } }, { "created_at", "$created_at" } }),
    ];

    public static Task BringOverAsync(MongoConnection connection, CancellationToken cancellationToken) => connection.RunAsync(async database =>
    {
        await database.GetCollection<BsonDocument>("authkit_users").UpdateManyAsync(
            Having("profile"),
            new BsonDocumentStagePipelineDefinition<BsonDocument, BsonDocument>(Users),
            options: null,
            cancellationToken);
        await ReplaceAsync(database, "authkit_keys", "kid", Keys, cancellationToken);
        await ReplaceAsync(database, "authkit_directory", "tenants", Directory, cancellationToken);
        await ReplaceAsync(database, "authkit_consents", "scopes", Consents, cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>Under other keys: new documents first, then the old ones go.</summary>
    private static async Task ReplaceAsync(IMongoDatabase database, string collection, string sign, BsonDocument[] stages, CancellationToken cancellationToken)
    {
        var documents = database.GetCollection<BsonDocument>(collection);
        if (!await documents.Find(Having(sign)).AnyAsync(cancellationToken))
            return;
        BsonDocument[] pipeline = [new("$match", Having(sign)), .. stages, new("$merge", new BsonDocument { { "into", collection }, { "whenMatched", "keepExisting" } })];
        await documents.AggregateToCollectionAsync<BsonDocument>(pipeline, options: null, cancellationToken);
        await documents.DeleteManyAsync(Having(sign), cancellationToken);
    }

    private static BsonDocument ReplacedBy(BsonDocument document) => new("$replaceRoot", new BsonDocument("newRoot", document));

    private static BsonDocument Having(string field) => new(field, new BsonDocument("$exists", true));
}
