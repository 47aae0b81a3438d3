using AuthKit.Pages.Design;

namespace AuthKit.Pages.OAuth;

/// <summary>The fields of a new account.</summary>
internal sealed record SignUpFields(TextField Email, TextField Password, TextField GivenName, TextField FamilyName, TextField UserName)
{
    public IEnumerable<TextField> All => [Email, Password, GivenName, FamilyName, UserName];

    public static SignUpFields Of(PageRequest request, Failure? failure)
    {
        var texts = request.Texts;
        return new(
            Write("email", texts.Email, "email", Field.Email) with { Type = "email", HasFocus = true },
            Write("password", texts.Password, "new-password", Field.Password) with { Type = "password", Value = null },
            Optional("given_name", texts.GivenName, "given-name", Field.GivenName),
            Optional("family_name", texts.FamilyName, "family-name", Field.FamilyName),
            Optional("username", texts.UserName, "nickname", Field.UserName));

        TextField Write(string name, string label, string autoComplete, string field) =>
            new(name, label) { AutoComplete = autoComplete, Value = request[name], Errors = FieldErrors.Of(failure, field, texts) };

        TextField Optional(string name, string label, string autoComplete, string field) =>
            Write(name, label, autoComplete, field) with { OptionalNote = texts.OptionalNote };
    }
}
