using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Pages;

/// <summary>
/// Where a mailed link leads (<see cref="Mail.MailOptions.LinkUrl"/>, whose default this is): the owner of an account says whether
/// an identity at a provider is theirs. Opening it changes nothing, because mail scanners open links.
/// </summary>
internal sealed class LinkAccountPage() : Page("/link-account")
{
    private const string Done = "done";

    public override bool TakesCredentials => true;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsPost && request.Query(Done) is not null)
            return PageReply.Show(request.Texts.LinkAccountDoneTitle, Html($"<p>{request.Texts.LinkAccountDoneText}</p>"));
        var token = request["token"] ?? request.Query("token");
        if (!(await request.RunAsync(Flows.FindExternalLink, new(token), cancellationToken)).Succeeded(out var question, out var failure))
            return failure.Fault.Is(Fault.InvalidLinkToken) ? Invalid(request) : ErrorPage.Of(request, failure);
        if (!request.IsPost)
            return Show(request, question, token, null);
        if ((await request.RunAsync(Flows.LinkExternal, new(token, request["password"]), cancellationToken)).Succeeded(out _, out failure))
            return PageReply.See(request.Addresses.Of(Path, [new(Done, "yes"), new("ui_locales", request.Locales)]));
        if (failure.Fault.Is(Fault.InvalidLinkToken))
            return Invalid(request);
        return failure.Fault.Is(Fault.Invalid) || failure.Fault.Is(Fault.WrongPassword) ? Show(request, question, token, failure) : ErrorPage.Of(request, failure);
    }

    private static PageReply Show(PageRequest request, ExternalLinkQuestion question, string? token, Failure? failure)
    {
        var texts = request.Texts;
        TextField[] fields = question.PasswordRequired
            ? [new("password", texts.Password) { Type = "password", AutoComplete = "current-password", Errors = FieldErrors.Of(failure, Field.Password, texts) }]
            : [];
        var body = Html(
            $"""
            {(failure?.Fault == Fault.WrongPassword ? Elements.Alert(texts.WrongPassword) : Elements.Summary(texts.ErrorSummary, fields))}
            {Elements.Account(question.Email)}
            <p>{texts.LinkAccountWarning}</p>
            {(question.PasswordRequired ? Html($"<p>{texts.LinkAccountPassword}</p>") : Empty)}
            <form method="post" action="{request.Addresses.Of(request.Page.Path)}">
            {request.Token()}{Elements.Hidden("ui_locales", request.Locales)}{Elements.Hidden("token", token)}
            {(fields.Length > 0 ? Elements.Fields(fields) : [])}
            {Elements.Button(texts.AllowButton)}
            </form>
            """);
        return PageReply.Show(texts.LinkAccountTitle.With("provider", question.Provider), body) with { Status = failure is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    private static PageReply Invalid(PageRequest request) =>
        PageReply.Show(request.Texts.ErrorTitle, Elements.Alert(request.Texts.ResetLinkInvalid)) with { Status = StatusCodes.Status400BadRequest };
}
