using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using AuthKit.Tenants;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Where people say which of the accounts they mean that the browser is signed in to (OpenID Connect Core 1.0 §3.1.2.1, <c>prompt=select_account</c>).</summary>
internal sealed class SelectAccountPage() : Page(OAuthPages.SelectAccount)
{
    public override bool IsDestination => true;

    public static string AddressOf(PageRequest request, string? returnUrl) => request.Addresses.Of(OAuthPages.SelectAccount, new KeyValuePair<string, string?>("return_url", returnUrl));

    /// <summary>What people know an account by; of a tenant's, the tenant as well.</summary>
    public static string LabelOf(BrowserAccount account) =>
        account.Session.Tenant == Tenant.Home ? account.User.Email : $"{account.User.Email} ({account.Session.Tenant})";

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.IsPost)
            return await ChooseAsync(request, cancellationToken);
        if (request.Options.SelectAccountPage is { } own)
            return PageReply.See(PageAddresses.Add(own, new KeyValuePair<string, string?>("return_url", request.ReturnUrl)));
        var signedIn = (await request.RunAsync(OAuthFlows.ListBrowserAccounts, new(request.Accounts.All), cancellationToken)).Value!.All;
        return signedIn.Count > 0 ? await ShowAsync(request, signedIn, cancellationToken) : AuthorizationAnswer.SignIn(request, request.ReturnUrl ?? request.Addresses.Of(Path));
    }

    // Whether the session still stands, whoever relies on it asks.
    private static async Task<PageReply> ChooseAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.Accounts.Find(request["account"]) is not { } chosen)
            return ErrorPage.Of(request, new(Fault.Malformed));
        await request.ChooseAsync(chosen, chosenFor: request.ReturnUrl, cancellationToken);
        return PageReply.See(request.ReturnUrl ?? request.Addresses.Of(OAuthPages.SignIn));
    }

    private static async Task<PageReply> ShowAsync(PageRequest request, IReadOnlyList<BrowserAccount> signedIn, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var waiting = await WaitingClient.FindAsync(request, cancellationToken);
        // Back here where nothing waits: then the new one is chosen as well.
        var next = request.ReturnUrl ?? AddressOf(request, returnUrl: null);
        var body = Html(
            $"""
            {(waiting?.Name is { } client ? Html($"""<p class="quiet">{texts.SignInLead.With("client", client)}</p>""") : Empty)}
            <form method="post" action="{request.Addresses.Of(OAuthPages.SelectAccount)}">
            {request.Token()}{Elements.Hidden("return_url", request.ReturnUrl)}{Elements.Hidden("ui_locales", request.Locales)}
            <div class="buttons">{signedIn.Select(Button)}</div>
            </form>
            {Elements.Links(null, AuthorizationAnswer.SignInAddress(request, next), texts.OtherAccount)}
            {Elements.Links(null, request.Addresses.Of(OAuthPages.Logout), texts.SignOutButton)}
            """);
        return PageReply.Show(texts.SelectAccountTitle, body) with { LeadsTo = waiting?.RedirectUri };
    }

    private static Markup Button(BrowserAccount account) =>
        Html($"""<button name="account" value="{account.Session.SessionId.ToString()}" class="second">{LabelOf(account)}</button>""");
}
