using AuthKit.AuthorizationServer.Clients;
using MongoDB.Bson.Serialization.Attributes;

namespace AuthKit.MongoDb.Documents;

/// <summary>A client that registered itself, as it is stored, under its id.</summary>
[BsonIgnoreExtraElements]
internal sealed class ClientDocument
{
    [BsonId]
    public required string Id { get; init; }

    [BsonElement("secret_hash")]
    public required byte[]? SecretHash { get; init; }

    [BsonElement("metadata")]
    public required byte[] Metadata { get; init; }

    [BsonElement("created_at")]
    public required long CreatedAt { get; init; }

    public static ClientDocument Of(ClientRecord client) => new()
    {
        Id = client.Id,
        SecretHash = client.SecretHash,
        Metadata = client.Metadata,
        CreatedAt = Microseconds.Of(client.CreatedAt),
    };

    public ClientRecord ToClient() => new()
    {
        Id = Id,
        SecretHash = SecretHash,
        Metadata = Metadata,
        CreatedAt = Microseconds.ToTime(CreatedAt),
    };
}
