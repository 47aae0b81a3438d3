using MongoDB.Bson;
using MongoDB.Bson.Serialization.Attributes;

namespace AuthKit.MongoDb.Documents;

/// <summary>The scopes that a user has allowed a client, stored under the two of them.</summary>
[BsonIgnoreExtraElements]
internal sealed class ConsentDocument
{
    [BsonId]
    public required Parties Id { get; init; }

    [BsonElement("scopes")]
    public required string[] Scopes { get; init; }

    /// <summary>When the first of the scopes was allowed.</summary>
    [BsonElement("created_at")]
    public required long CreatedAt { get; init; }

    /// <summary>The order of the fields is fixed, because documents are equal only where it is the same.</summary>
    internal sealed class Parties
    {
        [BsonElement("user_id", Order = 1), BsonGuidRepresentation(GuidRepresentation.Standard)]
        public required Guid UserId { get; init; }

        [BsonElement("client_id", Order = 2)]
        public required string ClientId { get; init; }
    }
}
