using AuthKit.Grants;
using MongoDB.Bson;
using MongoDB.Bson.Serialization.Attributes;

namespace AuthKit.MongoDb.Documents;

/// <summary>A one-time secret as it is stored.</summary>
[BsonIgnoreExtraElements]
internal sealed class GrantDocument
{
    [BsonId]
    public required byte[] Handle { get; init; }

    [BsonElement("kind")]
    public required int Kind { get; init; }

    [BsonElement("secret_hash")]
    public required byte[] SecretHash { get; init; }

    [BsonElement("user_id"), BsonGuidRepresentation(GuidRepresentation.Standard)]
    public required Guid UserId { get; init; }

    [BsonElement("created_at")]
    public required long CreatedAt { get; init; }

    [BsonElement("expires_at")]
    public required long ExpiresAt { get; init; }

    [BsonElement("consumed_at")]
    public required long? ConsumedAt { get; init; }

    /// <summary>Not there in what a release before wrote.</summary>
    [BsonElement("client_id")]
    public required string? ClientId { get; init; }

    /// <inheritdoc cref="ClientId"/>
    [BsonElement("data")]
    public required byte[]? Data { get; init; }

    [BsonElement("purge_at")]
    public required DateTime PurgeAt { get; init; }

    public static GrantDocument Of(Grant grant) => new()
    {
        Handle = grant.Handle,
        Kind = (int)grant.Kind,
        SecretHash = grant.SecretHash,
        UserId = grant.UserId,
        CreatedAt = Microseconds.Of(grant.CreatedAt),
        ExpiresAt = Microseconds.Of(grant.ExpiresAt),
        ConsumedAt = Microseconds.Of(grant.ConsumedAt),
        ClientId = grant.ClientId,
        Data = grant.Data,
        PurgeAt = Purging.After(grant.CreatedAt, grant.ExpiresAt),
    };

    public Grant ToGrant() => new()
    {
        Handle = Handle,
        Kind = (GrantKind)Kind,
        SecretHash = SecretHash,
        UserId = UserId,
        CreatedAt = Microseconds.ToTime(CreatedAt),
        ExpiresAt = Microseconds.ToTime(ExpiresAt),
        ConsumedAt = Microseconds.ToTime(ConsumedAt),
        ClientId = ClientId,
        Data = Data,
    };
}
