using AuthKit.Users;
using MongoDB.Bson.Serialization.Attributes;

namespace AuthKit.MongoDb.Documents;

/// <summary>The profile inside an account's document.</summary>
[BsonIgnoreExtraElements]
internal sealed class ProfileDocument
{
    [BsonElement("name")]
    public required string? Name { get; init; }

    [BsonElement("given_name")]
    public required string? GivenName { get; init; }

    [BsonElement("family_name")]
    public required string? FamilyName { get; init; }

    [BsonElement("phone_number")]
    public required string? PhoneNumber { get; init; }

    [BsonElement("address")]
    public required string? Address { get; init; }

    [BsonElement("contact_email")]
    public required string? ContactEmail { get; init; }

    public static ProfileDocument Of(UserProfile profile) => new()
    {
        Name = profile.Name,
        GivenName = profile.GivenName,
        FamilyName = profile.FamilyName,
        PhoneNumber = profile.PhoneNumber,
        Address = profile.Address,
        ContactEmail = profile.ContactEmail,
    };

    public UserProfile ToProfile() => new()
    {
        Name = Name,
        GivenName = GivenName,
        FamilyName = FamilyName,
        PhoneNumber = PhoneNumber,
        Address = Address,
        ContactEmail = ContactEmail,
    };
}
