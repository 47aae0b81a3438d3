using System.Text.Json;
using AuthKit.Features.Import;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Formats;

/// <summary>Django's table auth_user as CSV, or what <c>dumpdata</c> writes of it. Objects of other models in a dump are passed over.</summary>
internal sealed class DjangoFormat : FieldFormat
{
    private const string Argon2id = "argon2$argon2id$v=19$";

    public override string Name => "django";

    public override string Summary => "Django: auth_user as CSV, or dumpdata's JSON";

    protected override ImportedAccount? Account(JsonElement item, AccountFormatOptions options)
    {
        if (!item.TryGetProperty("model", out var model) || !item.TryGetProperty("fields", out var fields))
            return base.Account(item, options);
        var wanted = options.FieldNames.FirstOrDefault(static named => named.Key == "model").Value ?? "auth.user";
        return string.Equals(model.GetString(), wanted, StringComparison.OrdinalIgnoreCase)
            ? Account(new JsonFields(fields, options), options) with { SourceId = new JsonFields(item, new()).Text("pk") ?? "" }
            : null;
    }

    protected override ImportedAccount Account(SourceFields fields, AccountFormatOptions options) => new(IdOf(fields.Text("id"), fields.Text("email")))
    {
        Email = fields.Text("email"),
        UserName = fields.Text("username"),
        PasswordHash = Hash(fields.Text("password")),
        Profile = new() { GivenName = fields.Text("first_name"), FamilyName = fields.Text("last_name") },
        CreatedAt = fields.Time("date_joined"),
        Disabled = fields.Flag("is_active") is false,
    };

    // Django writes an exclamation mark for no password. Argon2id is AuthKit's own once its name is gone.
    private static string? Hash(string? password) =>
        password is null or ['!', ..] ? null : password.StartsWith(Argon2id, StringComparison.Ordinal) ? password["argon2".Length..] : password;
}
