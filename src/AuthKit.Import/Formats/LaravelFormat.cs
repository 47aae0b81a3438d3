using AuthKit.Features.Import;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Formats;

/// <summary>Laravel's table users. Rows that were deleted softly are closed accounts.</summary>
internal sealed class LaravelFormat : FieldFormat
{
    public override string Name => "laravel";

    public override string Summary => "Laravel: users as CSV or JSON";

    protected override ImportedAccount Account(SourceFields fields, AccountFormatOptions options) => new(IdOf(fields.Text("id"), fields.Text("email")))
    {
        Email = fields.Text("email"),
        EmailVerified = fields.Time("email_verified_at") is not null,
        UserName = fields.Text("username"),
        PasswordHash = fields.Text("password"),
        Profile = new() { Name = fields.Text("name") },
        CreatedAt = fields.Time("created_at"),
        Disabled = fields.Text("deleted_at") is not null,
    };
}
