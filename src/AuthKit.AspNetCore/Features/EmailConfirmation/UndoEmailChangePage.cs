using AuthKit.Pages;
using AuthKit.Pages.Design;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>Where the link leads that is mailed to an account's former address (<see cref="EmailConfirmationOptions.UndoUrl"/>, whose default this is). Opening it changes nothing.</summary>
internal sealed class UndoEmailChangePage() : Page(Address)
{
    public const string Address = "/undo-email-change";

    private const string Done = "done";

    public override bool TakesCredentials => true;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsPost)
            return request.Query(Done) is null ? Show(request) : PageReply.Show(request.Texts.UndoEmailDoneTitle, Html($"<p>{request.Texts.UndoEmailDoneText}</p>"));
        if ((await request.RunAsync(EmailConfirmationFlows.UndoChange, new(request["token"]), cancellationToken)).Succeeded(out _, out var failure))
            return PageReply.See(request.Addresses.Of(Path, [new(Done, "yes"), new("ui_locales", request.Locales)]));
        var sentence = failure.BrokenRules is [{ Rule: var rule }, ..] && rule == Rule.Taken ? request.Texts.RuleTaken : request.Texts.ResetLinkInvalid;
        return failure.Fault.Is(Fault.Invalid) || failure.Fault.Is(Fault.InvalidLinkToken)
            ? PageReply.Show(request.Texts.ErrorTitle, Elements.Alert(sentence)) with { Status = StatusCodes.Status400BadRequest }
            : ErrorPage.Of(request, failure);
    }

    private static PageReply Show(PageRequest request)
    {
        var texts = request.Texts;
        var body = Html(
            $"""
            <p>{texts.UndoEmailWarning}</p>
            <form method="post" action="{request.Addresses.Of(Address)}">
            {request.Token()}{Elements.Hidden("ui_locales", request.Locales)}{Elements.Hidden("token", request.Query("token"))}
            {Elements.Button(texts.UndoEmailButton)}
            </form>
            """);
        return PageReply.Show(texts.UndoEmailTitle, body);
    }
}
