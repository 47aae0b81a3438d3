using AuthKit.Pages;
using AuthKit.Pages.Design;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Features.MyData;

/// <summary>Where the link leads that takes the deletion of an account back (<see cref="MyDataOptions.UndoUrl"/>, whose default this is). Opening it changes nothing.</summary>
internal sealed class UndoDeletionPage() : Page(Address)
{
    public const string Address = "/undo-deletion";

    private const string Done = "done";

    public override bool TakesCredentials => true;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsPost)
            return request.Query(Done) is null ? Show(request) : PageReply.Show(request.Texts.UndoDeletionDoneTitle, Html($"<p>{request.Texts.UndoDeletionDoneText}</p>"));
        if ((await request.RunAsync(MyDataFlows.UndoDeletion, new(request["token"]), cancellationToken)).Succeeded(out _, out var failure))
            return PageReply.See(request.Addresses.Of(Path, [new(Done, "yes"), new("ui_locales", request.Locales)]));
        return failure.Fault.Is(Fault.Invalid) || failure.Fault.Is(Fault.InvalidLinkToken)
            ? PageReply.Show(request.Texts.ErrorTitle, Elements.Alert(request.Texts.ResetLinkInvalid)) with { Status = StatusCodes.Status400BadRequest }
            : ErrorPage.Of(request, failure);
    }

    private static PageReply Show(PageRequest request)
    {
        var texts = request.Texts;
        var body = Html(
            $"""
            <p>{texts.UndoDeletionLead}</p>
            <form method="post" action="{request.Addresses.Of(Address)}">
            {request.Token()}{Elements.Hidden("ui_locales", request.Locales)}{Elements.Hidden("token", request.Query("token"))}
            {Elements.Button(texts.UndoDeletionButton)}
            </form>
            """);
        return PageReply.Show(texts.UndoDeletionTitle, body);
    }
}
