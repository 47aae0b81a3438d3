using AuthKit.AuthorizationServer.Pages;
using AuthKit.Pages.Design;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Pages.Passwords;

/// <summary>Where a mailed link leads (<see cref="Mail.MailOptions.ResetUrl"/>, whose default this is): people choose a new password.</summary>
internal sealed class ResetPasswordPage() : Page(PasswordPages.Reset)
{
    private const string Done = "done";

    public override bool TakesCredentials => true;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsPost)
            return request.Query(Done) is null ? Show(request, null) : Finished(request);
        if ((await request.RunAsync(Flows.ResetPassword, new(request["token"], request["password"]), cancellationToken)).Succeeded(out _, out var failure))
            return PageReply.See(request.Addresses.Of(Path, [new(Done, "yes"), new("ui_locales", request.Locales)]));
        return failure.Fault.Is(Fault.Invalid) || failure.Fault.Is(Fault.InvalidResetToken) ? Show(request, failure) : ErrorPage.Of(request, failure);
    }

    private static PageReply Show(PageRequest request, Failure? failure)
    {
        var texts = request.Texts;
        TextField[] fields = [new("password", texts.NewPassword) { Type = "password", AutoComplete = "new-password", Errors = FieldErrors.Of(failure, Field.Password, texts) }];
        var body = Html(
            $"""
            {(failure?.Fault == Fault.InvalidResetToken ? Elements.Alert(texts.ResetLinkInvalid) : Elements.Summary(texts.ErrorSummary, fields))}
            <form method="post" action="{request.Addresses.Of(PasswordPages.Reset)}">
            {request.Token()}{Elements.Hidden("ui_locales", request.Locales)}{Elements.Hidden("token", request["token"] ?? request.Query("token"))}
            {Elements.Fields(fields)}
            {Elements.Button(texts.ResetPasswordButton)}
            </form>
            {(failure?.Fault == Fault.InvalidResetToken ? Elements.Links(null, request.Addresses.Of(PasswordPages.Forgot), texts.ForgotPasswordTitle) : Empty)}
            """);
        return PageReply.Show(texts.ResetPasswordTitle, body) with { Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    private static PageReply Finished(PageRequest request) => PageReply.Show(
        request.Texts.ResetPasswordDoneTitle,
        Html(
            $"""
            <p>{request.Texts.ResetPasswordDoneText}</p>
            {(request.Contract.Pages.Any(static page => page.Path == OAuthPages.SignIn) ? Elements.Links(null, request.Addresses.Of(OAuthPages.SignIn), request.Texts.SignInLink) : Empty)}
            """));
}
