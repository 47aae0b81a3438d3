using AuthKit.Users;
using MongoDB.Bson;
using MongoDB.Bson.Serialization.Attributes;

namespace AuthKit.MongoDb.Documents;

/// <summary>An account as it is stored.</summary>
[BsonIgnoreExtraElements]
internal sealed class UserDocument
{
    [BsonId, BsonGuidRepresentation(GuidRepresentation.Standard)]
    public required Guid Id { get; init; }

    [BsonElement("email")]
    public required string Email { get; init; }

    [BsonElement("normalized_email")]
    public required string NormalizedEmail { get; init; }

    [BsonElement("email_verified")]
    public required bool EmailVerified { get; init; }

    [BsonElement("user_name")]
    public required string? UserName { get; init; }

    /// <summary>Not there where there is no user name, so that the unique index passes the account over.</summary>
    [BsonElement("normalized_user_name"), BsonIgnoreIfNull]
    public required string? NormalizedUserName { get; init; }

    [BsonElement("password_hash")]
    public required string? PasswordHash { get; init; }

    [BsonElement("profile")]
    public required ProfileDocument Profile { get; init; }

    [BsonElement("failed_sign_ins")]
    public required int FailedSignIns { get; init; }

    [BsonElement("last_failed_sign_in")]
    public required long? LastFailedSignIn { get; init; }

    [BsonElement("created_at")]
    public required long CreatedAt { get; init; }

    [BsonElement("version")]
    public required long Version { get; init; }

    public static UserDocument Of(User user) => new()
    {
        Id = user.Id,
        Email = user.Email,
        NormalizedEmail = LoginName.Normalize(user.Email),
        EmailVerified = user.EmailVerified,
        UserName = user.UserName,
        NormalizedUserName = user.UserName is { } name ? LoginName.Normalize(name) : null,
        PasswordHash = user.PasswordHash,
        Profile = ProfileDocument.Of(user.Profile),
        FailedSignIns = user.FailedSignIns,
        LastFailedSignIn = Microseconds.Of(user.LastFailedSignIn),
        CreatedAt = Microseconds.Of(user.CreatedAt),
        Version = user.Version,
    };

    public User ToUser() => new()
    {
        Id = Id,
        Email = Email,
        EmailVerified = EmailVerified,
        UserName = UserName,
        PasswordHash = PasswordHash,
        Profile = Profile.ToProfile(),
        FailedSignIns = FailedSignIns,
        LastFailedSignIn = Microseconds.ToTime(LastFailedSignIn),
        CreatedAt = Microseconds.ToTime(CreatedAt),
        Version = Version,
    };
}
