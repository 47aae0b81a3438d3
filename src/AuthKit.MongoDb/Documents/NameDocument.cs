using MongoDB.Bson.Serialization.Attributes;

namespace AuthKit.MongoDb.Documents;

/// <summary>The tenants that a name lives in, stored under the name's keyed hash.</summary>
[BsonIgnoreExtraElements]
internal sealed class NameDocument
{
    [BsonId]
    public required byte[] NameHash { get; init; }

    [BsonElement("tenants")]
    public required string[] Tenants { get; init; }
}
