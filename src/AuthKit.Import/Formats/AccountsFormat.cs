using AuthKit.Features.Import;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Formats;

/// <summary>AuthKit's own format, which <see cref="IAccountExport"/> writes, and which any other file becomes by naming its fields.</summary>
internal sealed class AccountsFormat : FieldFormat
{
    public override string Name => "accounts";

    public override string Summary => "CSV, JSON or lines of JSON of one's own, and what AuthKit exports";

    protected override ImportedAccount Account(SourceFields fields, AccountFormatOptions options) => new(IdOf(fields.Text("id"), fields.Text("email")))
    {
        Email = fields.Text("email"),
        EmailVerified = fields.Flag("emailVerified") ?? false,
        UserName = fields.Text("userName"),
        PasswordHash = fields.Text("passwordHash"),
        Profile = new()
        {
            Name = fields.Text("name"),
            GivenName = fields.Text("givenName"),
            FamilyName = fields.Text("familyName"),
            PhoneNumber = fields.Text("phoneNumber"),
            Address = fields.Text("address"),
            ContactEmail = fields.Text("contactEmail"),
        },
        CreatedAt = fields.Time("createdAt"),
        Disabled = fields.Flag("disabled") ?? false,
        ExternalIdentities = Identities.Read(fields.Text("externalIdentities"), "provider", "subject", options),
    };
}
