using AuthKit.External;
using MongoDB.Bson;
using MongoDB.Bson.Serialization.Attributes;

namespace AuthKit.MongoDb.Documents;

/// <summary>Whose an external identity is, stored under the identity.</summary>
[BsonIgnoreExtraElements]
internal sealed class ExternalLoginDocument
{
    [BsonId]
    public required Identity Id { get; init; }

    [BsonElement("user_id"), BsonGuidRepresentation(GuidRepresentation.Standard)]
    public required Guid UserId { get; init; }

    [BsonElement("created_at")]
    public required long CreatedAt { get; init; }

    /// <summary>The order of the fields is fixed, because documents are equal only where it is the same.</summary>
    internal sealed class Identity
    {
        [BsonElement("provider", Order = 1)]
        public required string Provider { get; init; }

        [BsonElement("subject", Order = 2)]
        public required string Subject { get; init; }

        public static Identity Of(ExternalLogin login) => new() { Provider = login.Provider, Subject = login.Subject };
    }
}
