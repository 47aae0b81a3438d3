using System.Text.Json;
using AuthKit.Features.Import;
using AuthKit.Import.ForeignHashes;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Formats;

/// <summary>What <c>firebase auth:export --format=JSON</c> writes.</summary>
internal sealed class FirebaseFormat(ForeignHashOptions hashes) : UsersFormat
{
    /// <summary>What stands for a password whose parameters nobody has said.</summary>
    private const string Unknown = "firebase";

    public override string Name => "firebase";

    public override string Summary => "Firebase: what auth:export writes as JSON";

    protected override ImportedAccount Account(JsonElement user, SourceFields fields, AccountFormatOptions options) => new(fields.Text("localId") ?? "")
    {
        Email = fields.Text("email"),
        EmailVerified = fields.Flag("emailVerified") ?? false,
        PasswordHash = Hash(fields.Text("passwordHash"), fields.Text("salt")),
        Profile = new() { Name = fields.Text("displayName"), PhoneNumber = fields.Text("phoneNumber") },
        CreatedAt = fields.Time("createdAt"),
        Disabled = fields.Flag("disabled") ?? false,
        ExternalIdentities = Identities.Read(fields.Text("providerUserInfo"), "providerId", "rawId", options),
    };

    private string? Hash(string? hash, string? salt) =>
        hash is null ? null : (hashes.Firebase is { } parameters && salt is not null ? FirebaseHash.Write(parameters, salt, hash) : null) ?? Unknown;
}
