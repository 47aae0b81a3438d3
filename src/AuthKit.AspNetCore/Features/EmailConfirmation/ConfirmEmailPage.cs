using AuthKit.Pages;
using AuthKit.Pages.Design;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>
/// Where a mailed link leads (<see cref="EmailConfirmationOptions.Url"/>, whose default this is): the owner of an address confirms it.
/// Opening it confirms nothing, because mail scanners open links. Without a link, another one can be asked for.
/// </summary>
internal sealed class ConfirmEmailPage() : Page(Address)
{
    public const string Address = "/confirm-email";

    private const string Done = "done";
    private const string Sent = "sent";

    public override bool TakesCredentials => true;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.IsPost)
            return request["token"] is { } sent ? await ConfirmAsync(request, sent, cancellationToken) : await AskAsync(request, cancellationToken);
        if (request.Query(Done) is not null)
            return PageReply.Show(request.Texts.ConfirmEmailDoneTitle, Html($"<p>{request.Texts.ConfirmEmailDoneText}</p>"));
        if (request.Query(Sent) is not null)
            return PageReply.Show(request.Texts.ForgotPasswordSentTitle, Html($"<p>{request.Texts.ConfirmEmailSentText}</p>"));
        if (request.Query("token") is not { } token)
            return ShowRequest(request, null);
        return (await request.RunAsync(EmailConfirmationFlows.Find, new(token), cancellationToken)).Succeeded(out var question, out var failure)
            ? Show(request, question, token)
            : Refuse(request, failure);
    }

    private async Task<PageReply> ConfirmAsync(PageRequest request, string token, CancellationToken cancellationToken) =>
        (await request.RunAsync(EmailConfirmationFlows.Confirm, new(token), cancellationToken)).Succeeded(out _, out var failure)
            ? PageReply.See(request.Addresses.Of(Path, [new(Done, "yes"), new("ui_locales", request.Locales)]))
            : Refuse(request, failure);

    private async Task<PageReply> AskAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if ((await request.RunAsync(EmailConfirmationFlows.Request, new(request["email"]), cancellationToken)).Succeeded(out _, out var failure))
            return PageReply.See(request.Addresses.Of(Path, [new(Sent, "yes"), new("ui_locales", request.Locales)]));
        return failure.Fault.Is(Fault.Invalid) ? ShowRequest(request, failure) : ErrorPage.Of(request, failure);
    }

    private static PageReply Show(PageRequest request, EmailQuestion question, string token)
    {
        var texts = request.Texts;
        var body = Html(
            $"""
            {Elements.Account(question.Email)}
            <p>{(question.Former is null ? texts.ConfirmEmailWarning : texts.ConfirmEmailChangeWarning)}</p>
            <form method="post" action="{request.Addresses.Of(Address)}">
            {request.Token()}{Elements.Hidden("ui_locales", request.Locales)}{Elements.Hidden("token", token)}
            {Elements.Button(texts.ConfirmEmailButton)}
            </form>
            """);
        return PageReply.Show(texts.ConfirmEmailTitle, body);
    }

    private static PageReply Refuse(PageRequest request, Failure failure)
    {
        if (failure.Fault.Is(Fault.InvalidLinkToken))
            return ShowRequest(request, failure);
        return failure.BrokenRules is [{ Rule: var rule }, ..] && rule == Rule.Taken
            ? PageReply.Show(request.Texts.ErrorTitle, Elements.Alert(request.Texts.RuleTaken)) with { Status = StatusCodes.Status400BadRequest }
            : ErrorPage.Of(request, failure);
    }

    private static PageReply ShowRequest(PageRequest request, Failure? failure)
    {
        var texts = request.Texts;
        TextField[] fields = [new("email", texts.Email) { Type = "email", AutoComplete = "email", Value = request["email"], Errors = FieldErrors.Of(failure, Field.Email, texts) }];
        var body = Html(
            $"""
            {(failure?.Fault == Fault.InvalidLinkToken ? Elements.Alert(texts.ResetLinkInvalid) : Elements.Summary(texts.ErrorSummary, fields))}
            <p class="quiet">{texts.ConfirmEmailRequestLead}</p>
            <form method="post" action="{request.Addresses.Of(Address)}">
            {request.Token()}{Elements.Hidden("ui_locales", request.Locales)}
            {Elements.Fields(fields)}
            {Elements.Button(texts.ForgotPasswordButton)}
            </form>
            """);
        return PageReply.Show(texts.ConfirmEmailTitle, body) with { Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }
}
