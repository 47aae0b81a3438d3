using AuthKit.Pages.Design;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Pages.Passwords;

/// <summary>Where people ask for a link to choose a new password by. It says the same for every address.</summary>
internal sealed class ForgotPasswordPage() : Page(PasswordPages.Forgot)
{
    private const string Sent = "sent";

    public override bool TakesCredentials => true;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsPost)
            return request.Query(Sent) is null ? Show(request, null) : PageReply.Show(request.Texts.ForgotPasswordSentTitle, Html($"<p>{request.Texts.ForgotPasswordSentText}</p>"));
        if ((await request.RunAsync(Flows.RequestReset, new(request["email"]), cancellationToken)).Succeeded(out _, out var failure))
            return PageReply.See(request.Addresses.Of(Path, [new(Sent, "yes"), new("ui_locales", request.Locales)]));
        return failure.Fault.Is(Fault.Invalid) ? Show(request, failure) : ErrorPage.Of(request, failure);
    }

    private static PageReply Show(PageRequest request, Failure? failure)
    {
        var texts = request.Texts;
        TextField[] fields = [new("email", texts.Email) { Type = "email", AutoComplete = "email", Value = request["email"], Errors = FieldErrors.Of(failure, Field.Email, texts) }];
        var body = Html(
            $"""
            <p class="quiet">{texts.ForgotPasswordLead}</p>
            {Elements.Summary(texts.ErrorSummary, fields)}
            <form method="post" action="{request.Addresses.Of(PasswordPages.Forgot)}">
            {request.Token()}{Elements.Hidden("ui_locales", request.Locales)}
            {Elements.Fields(fields)}
            {Elements.Button(texts.ForgotPasswordButton)}
            </form>
            """);
        return PageReply.Show(texts.ForgotPasswordTitle, body) with { Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }
}
