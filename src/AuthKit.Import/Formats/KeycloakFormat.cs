using System.Text.Json;
using AuthKit.Features.Import;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Formats;

/// <summary>Keycloak's export of a realm, with its users in it or in a file of their own.</summary>
internal sealed class KeycloakFormat : UsersFormat
{
    public override string Name => "keycloak";

    public override string Summary => "Keycloak: a realm's export, realm.json or realm-users-0.json";

    protected override ImportedAccount Account(JsonElement user, SourceFields fields, AccountFormatOptions options) => new(fields.Text("id") ?? "")
    {
        Email = fields.Text("email"),
        EmailVerified = fields.Flag("emailVerified") ?? false,
        UserName = fields.Text("username"),
        PasswordHash = KeycloakHash.Read(user),
        Profile = new() { GivenName = fields.Text("firstName"), FamilyName = fields.Text("lastName") },
        CreatedAt = fields.Time("createdTimestamp"),
        Disabled = fields.Flag("enabled") is false,
        ExternalIdentities = Identities.Read(fields.Text("federatedIdentities"), "identityProvider", "userId", options),
    };
}
