using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Pages;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Parts;
using AuthKit.Pages.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Features.AccountPage;

/// <summary>Where owners see to their accounts: a list of parts, each of which is shown by itself.</summary>
internal sealed class MyAccountPage() : Page(Address)
{
    public const string Address = "/my-account";

    private const string Done = "done";

    public override bool TakesCredentials => true;

    public override bool IsDestination => true;

    /// <summary>The address of a part, or of the list.</summary>
    public static string AddressOf(PageRequest request, AccountPart? part = null, string? done = null) =>
        request.Addresses.Of(Address, [new(PartMarkup.Part, part?.Name), new(Done, done), new("ui_locales", request.Locales)]);

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        // Where nobody signs in with a browser, nobody comes here.
        if (request.Contract.Pages.All(static page => page.Path != OAuthPages.SignIn))
            return ErrorPage.Of(request, new(Fault.NotFound));
        AccountPart[] parts = [.. request.Http.RequestServices.GetServices<Feature>().OrderByDescending(static feature => feature is AccountPageFeature).SelectMany(static feature => feature.AccountParts)];
        var name = request[PartMarkup.Part] ?? request.Query(PartMarkup.Part);
        var part = Array.Find(parts, known => known.Name == name);
        if (!(await request.RunAsync(OAuthFlows.OpenBrowserAccess, new(request.Browser), cancellationToken)).Succeeded(out var access, out var failure))
            return failure.Fault.Is(Fault.LoginRequired) ? AuthorizationAnswer.SignIn(request, AddressOf(request, part)) : ErrorPage.Of(request, failure);
        if (part is null)
            return name is null ? ShowAll(request, access, parts) : ErrorPage.Of(request, new(Fault.NotFound), Back(request));
        var asked = new PartRequest(request, access);
        if (!request.IsPost)
            return await ShowAsync(part, asked, null, cancellationToken);
        return request[PartMarkup.Action] is { } action ? await ActAsync(part, action, asked, cancellationToken) : PageReply.See(AddressOf(request, part));
    }

    private static async Task<PageReply> ActAsync(AccountPart part, string action, PartRequest asked, CancellationToken cancellationToken)
    {
        if (await ProofForm.AnswerAsync(part, asked, cancellationToken) is { } proving)
            return proving;
        var answer = await part.ActAsync(action, asked, cancellationToken);
        return answer switch
        {
            { Failure: { } failure } when failure.Fault.Is(Fault.ProofRequired) => await ProofForm.AskAsync(part, asked, failure, cancellationToken),
            { Failure: { } failure, View: { } view } => Show(part, asked, view, failure),
            { Failure: { } failure } => await ShowAsync(part, asked, failure, cancellationToken),
            { View: { } view } => Show(part, asked, view, null),
            _ => PageReply.See(AddressOf(asked.Page, part, action)),
        };
    }

    private static async Task<PageReply> ShowAsync(AccountPart part, PartRequest asked, Failure? failed, CancellationToken cancellationToken) => failed is not null && !IsShown(part, asked, failed)
        ? ErrorPage.Of(asked.Page, failed, Back(asked.Page))
        : (await part.ShowAsync(asked, cancellationToken)).Succeeded(out var view, out var failure) ? Show(part, asked, view, failed) : ErrorPage.Of(asked.Page, failure, Back(asked.Page));

    /// <summary>Whether the part is shown again with what went wrong: what is wrong with a field, or what the part has a sentence for.</summary>
    private static bool IsShown(AccountPart part, PartRequest asked, Failure failure) => failure.BrokenRules.Count > 0 || part.FailureOf(failure.Fault, asked.Texts) is not null;

    private static PageReply Show(AccountPart part, PartRequest asked, PartView view, Failure? failed)
    {
        var (request, texts) = (asked.Page, asked.Texts);
        var done = request.IsPost ? null : request.Query(Done) is { } action ? part.DoneOf(action, texts) : null;
        var body = Html(
            $"""
            {(failed is null ? Html($"""<p class="quiet">{part.LeadOf(texts)}</p>""") : Alert(part, texts, failed))}
            {(done is null ? Empty : Elements.Status(done))}
            {new PartMarkup(request, part, failed).Write(view)}
            {(HasKey(view) ? Html($"<script>{KeyScript.Text}</script>") : Empty)}
            {Back(request)}
            """);
        return PageReply.Show(part.TitleOf(texts), body) with
        {
            Status = failed is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            IsWide = true,
            AsksForKey = HasKey(view),
        };
    }

    private static Markup Alert(AccountPart part, PageTexts texts, Failure failed) =>
        Elements.Alert(failed.BrokenRules.Count > 0 || part.FieldOf(failed.Fault) is not null ? texts.ErrorMarked : part.FailureOf(failed.Fault, texts)!);

    private static bool HasKey(PartView view) => view.Blocks.Any(static block => block is PartForm { NewKey: not null });

    private static PageReply ShowAll(PageRequest request, BrowserAccess access, AccountPart[] parts)
    {
        var texts = request.Texts;
        var body = Html(
            $"""
            {Elements.Account(texts.SignedInAs.With("account", access.User.Email))}
            <ul class="rows parts">{parts.Select(part => Html($"""<li><a href="{AddressOf(request, part)}"><span class="title">{part.TitleOf(texts)}</span><br><span class="quiet">{part.LeadOf(texts)}</span></a></li>"""))}</ul>
            {Elements.Links(null, SelectAccountPage.AddressOf(request, AddressOf(request)), texts.OtherAccount)}
            {Elements.Links(null, request.Addresses.Of(OAuthPages.Logout, new KeyValuePair<string, string?>("ui_locales", request.Locales)), texts.SignOutButton)}
            """);
        return PageReply.Show(texts.MyAccountTitle, body) with { IsWide = true };
    }

    private static Markup Back(PageRequest request) => Elements.Links(null, AddressOf(request), request.Texts.MyAccountLink);
}
