using AuthKit.Features.Import;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Formats;

/// <summary>ASP.NET Core Identity's table AspNetUsers, with rows of AspNetUserLogins in a column <c>Logins</c>.</summary>
internal sealed class AspNetIdentityFormat : FieldFormat
{
    // Hosts close an account for good by locking it until the end of time.
    private static readonly DateTimeOffset ForGood = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override string Name => "aspnet-identity";

    public override string Summary => "ASP.NET Core Identity: AspNetUsers as CSV or JSON";

    protected override ImportedAccount Account(SourceFields fields, AccountFormatOptions options) => new(IdOf(fields.Text("Id"), fields.Text("Email")))
    {
        Email = fields.Text("Email"),
        EmailVerified = fields.Flag("EmailConfirmed") ?? false,
        UserName = fields.Text("UserName"),
        PasswordHash = fields.Text("PasswordHash"),
        Profile = new() { PhoneNumber = fields.Text("PhoneNumber"), Name = fields.Text("Name") },
        CreatedAt = fields.Time("CreatedAt"),
        Disabled = fields.Time("LockoutEnd") >= ForGood,
        ExternalIdentities = Identities.Read(fields.Text("Logins"), "LoginProvider", "ProviderKey", options),
    };
}
