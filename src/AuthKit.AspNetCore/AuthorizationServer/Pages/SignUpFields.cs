using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>The fields of a new account.</summary>
internal static class SignUpFields
{
    public static IReadOnlyList<TextField> Of(PageRequest request, Failure? failure, string? loginHint)
    {
        var texts = request.Texts;
        return
        [
            Required("email", texts.Email, "email", Field.Email) with { Type = "email", Value = request["email"] ?? (loginHint is not null && LoginName.IsEmail(loginHint) ? loginHint : null) },
            Required("password", texts.Password, "new-password", Field.Password) with { Type = "password", Value = null },
            Optional("given_name", texts.GivenName, "given-name", Field.GivenName),
            Optional("family_name", texts.FamilyName, "family-name", Field.FamilyName),
            Optional("username", texts.UserName, "username", Field.UserName),
        ];

        TextField Required(string name, string label, string autoComplete, string field) =>
            new(name, label) { AutoComplete = autoComplete, Value = request[name], Errors = FieldErrors.Of(failure, field, texts) };

        TextField Optional(string name, string label, string autoComplete, string field) =>
            Required(name, label, autoComplete, field) with { OptionalNote = texts.OptionalNote };
    }
}
