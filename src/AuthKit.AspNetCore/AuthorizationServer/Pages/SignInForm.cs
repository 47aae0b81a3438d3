using AuthKit.Pages;
using AuthKit.Pages.Design;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>The form of the sign-in page: name and password, or one after the other (<see cref="PageOptions.IdentifierFirst"/>).</summary>
/// <param name="Fields">What is typed.</param>
/// <param name="Name">The name that was typed on the page before; null where it is asked for here.</param>
internal sealed record SignInForm(IReadOnlyList<TextField> Fields, string? Name)
{
    public bool AsksForPassword => Fields.Any(static typed => typed.Name == "password");

    /// <summary>Whether the name was sent by a page that asks for nothing else.</summary>
    public static bool AsksForNameAlone(PageRequest request) => request.Options.IdentifierFirst && request.Posted.All(static field => field.Key != "password");

    public static SignInForm Of(PageRequest request, Failure? failure, string? loginHint)
    {
        var name = new TextField("identifier", request.Texts.Identifier)
        {
            // The browser offers its passkeys there too (WebAuthn Level 3 §5.1.4).
            AutoComplete = "username webauthn",
            Value = request["identifier"] ?? loginHint,
            Errors = FieldErrors.Of(failure, Field.Identifier, request.Texts),
        };
        var password = new TextField("password", request.Texts.Password)
        {
            Type = "password",
            AutoComplete = "current-password",
            Errors = FieldErrors.Of(failure, Field.Password, request.Texts),
        };
        if (!request.Options.IdentifierFirst)
            return new([name, password], null);
        return request["identifier"] is { } typed ? new([password], typed) : new([name], null);
    }

    public Markup Write(PageRequest request) => Html(
        $"""
        <form method="post" action="{request.Addresses.Of(OAuthPages.SignIn)}">
        {request.Token()}{Elements.Hidden("return_url", request.ReturnUrl)}
        {(Name is null ? Empty : Html($"""{Elements.Account(Name)}<input type="text" name="identifier" value="{Name}" autocomplete="username" hidden>"""))}
        {Elements.Fields(Fields)}
        {Elements.Button(AsksForPassword ? request.Texts.SignInButton : request.Texts.ContinueButton)}
        </form>
        {(Name is null ? Empty : Elements.Links(null, request.Addresses.Of(OAuthPages.SignIn, new KeyValuePair<string, string?>("return_url", request.ReturnUrl)), request.Texts.IdentifierFirstChange))}
        """);
}
