using System.Text.Json;
using AuthKit.Features.Import;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Formats;

/// <summary>The users of Auth0's export, with the hashes that were exported apart.</summary>
internal sealed class Auth0Users(Auth0Hashes hashes) : FieldFormat
{
    private const string OwnProvider = "auth0";

    public override string Name => "auth0";

    public override string Summary => "";

    protected override ImportedAccount? Account(JsonElement item, AccountFormatOptions options)
    {
        var account = base.Account(item, options);
        return account is not null && Auth0Hashes.IdOf(item) is { } id ? account with { SourceId = id } : account;
    }

    protected override ImportedAccount Account(SourceFields fields, AccountFormatOptions options)
    {
        var id = fields.Text("user_id") ?? fields.Text("Id");
        return new(id ?? "")
        {
            Email = fields.Text("email"),
            EmailVerified = fields.Flag("email_verified") ?? false,
            UserName = fields.Text("username"),
            PasswordHash = fields.Text("passwordHash") ?? (id is null ? null : hashes.Find(id)),
            Profile = new() { Name = fields.Text("name"), GivenName = fields.Text("given_name"), FamilyName = fields.Text("family_name"), PhoneNumber = fields.Text("phone_number") },
            CreatedAt = fields.Time("created_at"),
            Disabled = fields.Flag("blocked") ?? false,
            ExternalIdentities = [.. Identities.Read(fields.Text("identities"), "provider", "user_id", options).Where(static identity => identity.Provider != OwnProvider)],
        };
    }
}
