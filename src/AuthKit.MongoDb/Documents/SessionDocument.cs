using AuthKit.Sessions;
using MongoDB.Bson;
using MongoDB.Bson.Serialization.Attributes;

namespace AuthKit.MongoDb.Documents;

/// <summary>A session as it is stored.</summary>
[BsonIgnoreExtraElements]
internal sealed class SessionDocument
{
    [BsonId, BsonGuidRepresentation(GuidRepresentation.Standard)]
    public required Guid Id { get; init; }

    [BsonElement("user_id"), BsonGuidRepresentation(GuidRepresentation.Standard)]
    public required Guid UserId { get; init; }

    [BsonElement("client_id")]
    public required string ClientId { get; init; }

    [BsonElement("scope")]
    public required string Scope { get; init; }

    [BsonElement("handle")]
    public required byte[] Handle { get; init; }

    [BsonElement("secret_hash")]
    public required byte[]? SecretHash { get; init; }

    [BsonElement("salt")]
    public required byte[]? Salt { get; init; }

    [BsonElement("created_at")]
    public required long CreatedAt { get; init; }

    [BsonElement("last_used_at")]
    public required long LastUsedAt { get; init; }

    [BsonElement("expires_at")]
    public required long ExpiresAt { get; init; }

    [BsonElement("absolute_expires_at")]
    public required long AbsoluteExpiresAt { get; init; }

    [BsonElement("revoked_at")]
    public required long? RevokedAt { get; init; }

    /// <summary>Not there in what a release before wrote.</summary>
    [BsonElement("authenticated_at")]
    public required long? AuthenticatedAt { get; init; }

    /// <summary>By the absolute end, so that using the session never has to move it.</summary>
    [BsonElement("purge_at")]
    public required DateTime PurgeAt { get; init; }

    public static SessionDocument Of(Session session) => new()
    {
        Id = session.Id,
        UserId = session.UserId,
        ClientId = session.ClientId,
        Scope = session.Scope,
        Handle = session.Handle,
        SecretHash = session.SecretHash,
        Salt = session.Salt,
        CreatedAt = Microseconds.Of(session.CreatedAt),
        LastUsedAt = Microseconds.Of(session.LastUsedAt),
        ExpiresAt = Microseconds.Of(session.ExpiresAt),
        AbsoluteExpiresAt = Microseconds.Of(session.AbsoluteExpiresAt),
        RevokedAt = Microseconds.Of(session.RevokedAt),
        AuthenticatedAt = Microseconds.Of(session.AuthenticatedAt),
        PurgeAt = Purging.After(session.CreatedAt, session.AbsoluteExpiresAt),
    };

    public Session ToSession() => new()
    {
        Id = Id,
        UserId = UserId,
        ClientId = ClientId,
        Scope = Scope,
        Handle = Handle,
        SecretHash = SecretHash,
        Salt = Salt,
        CreatedAt = Microseconds.ToTime(CreatedAt),
        LastUsedAt = Microseconds.ToTime(LastUsedAt),
        ExpiresAt = Microseconds.ToTime(ExpiresAt),
        AbsoluteExpiresAt = Microseconds.ToTime(AbsoluteExpiresAt),
        RevokedAt = Microseconds.ToTime(RevokedAt),
        AuthenticatedAt = Microseconds.ToTime(AuthenticatedAt),
    };
}
