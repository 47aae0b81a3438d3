using AuthKit.Tokens;
using MongoDB.Bson;
using MongoDB.Bson.Serialization.Attributes;

namespace AuthKit.MongoDb.Documents;

/// <summary>A key of the ring as it is stored, under its place in the ring: of several nodes, one gets a place.</summary>
/// <remarks>No TTL index removes it. A ring is small, and a key taken too early would end every session.</remarks>
[BsonIgnoreExtraElements]
internal sealed class KeyDocument
{
    [BsonId]
    public required Place Id { get; init; }

    [BsonElement("kid"), BsonGuidRepresentation(GuidRepresentation.Standard)]
    public required Guid KeyId { get; init; }

    [BsonElement("public_key")]
    public required byte[] PublicKey { get; init; }

    [BsonElement("protected_key")]
    public required byte[] ProtectedKey { get; init; }

    [BsonElement("activates_at")]
    public required long ActivatesAt { get; init; }

    [BsonElement("retires_at")]
    public required long RetiresAt { get; init; }

    [BsonElement("expires_at")]
    public required long ExpiresAt { get; init; }

    public static KeyDocument Of(KeyRecord key) => new()
    {
        Id = new() { Use = (int)key.Use, Generation = key.Generation },
        KeyId = key.Id,
        PublicKey = key.PublicKey,
        ProtectedKey = key.ProtectedKey,
        ActivatesAt = Microseconds.Of(key.ActivatesAt),
        RetiresAt = Microseconds.Of(key.RetiresAt),
        ExpiresAt = Microseconds.Of(key.ExpiresAt),
    };

    public KeyRecord ToKey() => new()
    {
        Id = KeyId,
        Use = (KeyUse)Id.Use,
        Generation = Id.Generation,
        PublicKey = PublicKey,
        ProtectedKey = ProtectedKey,
        ActivatesAt = Microseconds.ToTime(ActivatesAt),
        RetiresAt = Microseconds.ToTime(RetiresAt),
        ExpiresAt = Microseconds.ToTime(ExpiresAt),
    };

    /// <summary>Fields in the order in which keys sort.</summary>
    internal sealed class Place
    {
        [BsonElement("key_use", Order = 1)]
        public required int Use { get; init; }

        [BsonElement("generation", Order = 2)]
        public required int Generation { get; init; }
    }
}
