using AuthKit.MongoDb.Documents;
using AuthKit.Sessions;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AuthKit.MongoDb.Stores;

/// <summary>The conditional update that exchanges a refresh secret.</summary>
internal static class Rotating
{
    private static readonly FilterDefinitionBuilder<SessionDocument> Where = Builders<SessionDocument>.Filter;

    public static FilterDefinition<SessionDocument> Condition(SessionRotation rotation)
    {
        var condition = Where.Eq(session => session.Handle, rotation.Handle)
            & Where.Eq(session => session.ClientId, rotation.ClientId)
            & Where.Eq(session => session.SecretHash, rotation.SecretHash)
            & Where.Eq(session => session.RevokedAt, null)
            & Where.Gt(session => session.ExpiresAt, Microseconds.Of(rotation.Now));
        return rotation.SessionId is { } id ? condition & Where.Eq(session => session.Id, id) : condition;
    }

    /// <summary>A pipeline, because the new end depends on another field of the document: the absolute end, where that comes first.</summary>
    public static UpdateDefinition<SessionDocument> Update(SessionRotation rotation)
    {
        var set = new BsonDocument("$set", new BsonDocument
        {
            ["secret_hash"] = rotation.NextSecretHash,
            ["salt"] = rotation.Salt,
            ["last_used_at"] = Microseconds.Of(rotation.Now),
            ["expires_at"] = new BsonDocument("$min", new BsonArray { "$absolute_expires_at", Microseconds.Of(rotation.IdleExpiry) }),
        });
        return new BsonDocumentStagePipelineDefinition<SessionDocument, SessionDocument>([set]);
    }
}
