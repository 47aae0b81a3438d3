using AuthKit.Databases;
using AuthKit.Tenants;
using MongoDB.Bson.Serialization.Attributes;

namespace AuthKit.MongoDb.Documents;

/// <summary>A tenant that a caller brought, as it is stored, under its alias.</summary>
[BsonIgnoreExtraElements]
internal sealed class TenantDocument
{
    [BsonId]
    public required string Alias { get; init; }

    [BsonElement("slot")]
    public required int Slot { get; init; }

    [BsonElement("engine")]
    public required int Engine { get; init; }

    [BsonElement("fingerprint")]
    public required byte[] Fingerprint { get; init; }

    [BsonElement("protected_connection")]
    public required byte[] ProtectedConnection { get; init; }

    [BsonElement("created_at")]
    public required long CreatedAt { get; init; }

    public static TenantDocument Of(TenantRecord tenant) => new()
    {
        Alias = tenant.Alias,
        Slot = tenant.Slot,
        Engine = (int)tenant.Engine,
        Fingerprint = tenant.Fingerprint,
        ProtectedConnection = tenant.ProtectedConnection,
        CreatedAt = Microseconds.Of(tenant.CreatedAt),
    };

    public TenantRecord ToTenant() => new()
    {
        Alias = Alias,
        Slot = Slot,
        Engine = (DatabaseEngine)Engine,
        Fingerprint = Fingerprint,
        ProtectedConnection = ProtectedConnection,
        CreatedAt = Microseconds.ToTime(CreatedAt),
    };
}
