using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using Microsoft.AspNetCore.Authentication;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Where people sign out, or clients sign them out (OpenID Connect RP-Initiated Logout 1.0 §2).</summary>
internal sealed class LogoutPage() : Page(OAuthPages.Logout)
{
    private const string Confirmed = "confirmed";
    private static readonly string[] Parameters = ["id_token_hint", "client_id", "post_logout_redirect_uri", "state", "ui_locales"];

    // Clients may post as well (§2); what this page's own form says counts where it comes from this page alone.
    public override bool IsGuarded(PageRequest request) => request[Confirmed] is not null;

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        // What another site posts comes without the cookie; what the browser then asks for itself comes with it.
        if (request.IsPost && request[Confirmed] is null)
            return PageReply.See(request.Addresses.Of(Path, Parameters.Select(name => KeyValuePair.Create(name, request[name]))));
        var command = new EndBrowserSession(request.Browser)
        {
            Others = request.Accounts.Others,
            IdTokenHint = Read("id_token_hint"),
            ClientId = Read("client_id"),
            RedirectUri = Read("post_logout_redirect_uri"),
            Confirmed = request[Confirmed] is not null,
        };
        if (!(await request.RunAsync(OAuthFlows.EndBrowserSession, command, cancellationToken)).Succeeded(out var signedOut, out var failure))
            return ErrorPage.Of(request, failure);
        if (!signedOut.Done)
            return await AskAsync(request, signedOut.RedirectUri, cancellationToken);
        await request.Http.KeepAsync(request.Accounts.Only(signedOut.Remaining));
        // Browsers keep whole pages for their back button, no-store or not: those that show who was signed in go too.
        request.Http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        var next = signedOut.RedirectUri is { } client ? PageAddresses.Add(client, new KeyValuePair<string, string?>("state", Read("state"))) : request.Options.SignedOutPage;
        return signedOut.FrontChannel.Count > 0 ? FrontChannelPage.Show(request, signedOut.FrontChannel, next)
            : next is not null ? PageReply.See(next)
            : Done(request);

        string? Read(string name) => request[name] ?? request.Query(name);
    }

    /// <summary>What a page says last to whom nobody wants back.</summary>
    public static Markup Closing(PageRequest request) => Html(
        $"""
        <p>{request.Texts.SignedOutText}</p>
        {Elements.Links(null, request.Addresses.Of(OAuthPages.SignIn, new KeyValuePair<string, string?>("ui_locales", request.Locales)), request.Texts.SignInButton)}
        """);

    private static async Task<PageReply> AskAsync(PageRequest request, string? leadsTo, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var signedIn = (await request.RunAsync(OAuthFlows.ListBrowserAccounts, new(request.Accounts.All), cancellationToken)).Value!.All;
        var body = Html(
            $"""
            <p class="quiet">{texts.SignOutLead}</p>
            {(signedIn.Count > 1 ? Accounts(texts, signedIn) : Empty)}
            <form method="post" action="{request.Addresses.Of(OAuthPages.Logout)}">
            {request.Token()}{Elements.Hidden(Confirmed, "yes")}{Parameters.Select(name => Elements.Hidden(name, request.Query(name)))}
            {Elements.Button(texts.SignOutButton)}
            </form>
            """);
        return PageReply.Show(texts.SignOutTitle, body) with { LeadsTo = leadsTo };
    }

    private static Markup Accounts(PageTexts texts, IEnumerable<BrowserAccount> signedIn) => Html(
        $"""<p>{texts.SignOutAccounts}</p><ul>{signedIn.Select(account => Html($"<li>{SelectAccountPage.LabelOf(account)}</li>"))}</ul>""");

    private static PageReply Done(PageRequest request) => request.IsPost
        ? PageReply.See(request.Addresses.Of(OAuthPages.Logout, new KeyValuePair<string, string?>("ui_locales", request.Locales)))
        : PageReply.Show(request.Texts.SignedOutTitle, Closing(request));
}
