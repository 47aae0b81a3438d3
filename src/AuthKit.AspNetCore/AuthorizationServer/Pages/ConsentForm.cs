using AuthKit.AuthorizationServer.Requests;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Asks whether a client may have what it asks for.</summary>
internal static class ConsentForm
{
    public static PageReply Show(PageRequest request, ConsentWanted wanted, string asked) => request.Options.ConsentPage is { } own
        ? PageReply.See(PageAddresses.Add(own, [new("return_url", asked), new("client_id", wanted.ClientId), new("client_name", wanted.ClientName), new("scope", string.Join(' ', wanted.Scopes)), new("client_host", wanted.ClientHost)]))
        : Own(request, wanted, asked);

    private static PageReply Own(PageRequest request, ConsentWanted wanted, string asked)
    {
        var texts = request.Texts;
        var body = Html(
            $"""
            {Elements.Account(texts.SignedInAs.With("account", wanted.Email))}
            <form method="post" action="{request.Addresses.Of(OAuthPages.Consent)}">
            {request.Token()}{Elements.Hidden("return_url", asked)}
            <p>{texts.ConsentLead.With("client", wanted.ClientName)}</p>
            {ScopeList.Write(request, wanted.Scopes, wanted.AccessTokenLifetime, wanted.SessionLifetime, DetailList.Of(request, wanted.AuthorizationDetails))}
            <p class="quiet">{texts.ConsentDestination.With("host", Host(wanted.RedirectUri))}</p>
            {Pages(texts, wanted)}
            {Warning(texts, wanted)}
            {Elements.Decision(texts.AllowButton, texts.DenyButton)}
            </form>
            {Elements.Links(null, request.Accounts.Others.Count > 0 ? SelectAccountPage.AddressOf(request, asked) : AuthorizationAnswer.SignInAddress(request, asked), texts.OtherAccount)}
            {Elements.Links(null, request.Addresses.Of(OAuthPages.Logout), texts.SignOutButton)}
            """);
        return PageReply.Show(texts.ConsentTitle.With("client", wanted.ClientName), body) with { LeadsTo = wanted.RedirectUri };
    }

    // Whose client it is its host alone says; on a loopback address and a scheme of an app not even that (RFC 8252 §8.6).
    private static Markup Warning(PageTexts texts, ConsentWanted wanted) => wanted.ClientHost is not { } host ? Empty : Html(
        $"""
        <p class="note">{texts.ConsentClientHost.With("host", host)}</p>
        {(wanted.RedirectUri.StartsWith("https://", StringComparison.Ordinal) ? Empty : Html($"""<p class="note">{texts.ConsentLocalClient}</p>"""))}
        """);

    // In a window of their own: the question waits here.
    private static IEnumerable<Markup> Pages(PageTexts texts, ConsentWanted wanted) =>
        new[] { (wanted.Links.About, texts.ConsentAbout.With("client", wanted.ClientName)), (wanted.Links.Terms, texts.ConsentTerms), (wanted.Links.Policy, texts.ConsentPolicy) }
            .Where(link => link.Item1 is not null)
            .Select(link => Html($"""<p class="quiet"><a href="{link.Item1}" target="_blank" rel="noopener noreferrer">{link.Item2}</a></p>"""));

    // An app's own scheme has no host, and is the name of its owner.
    private static string Host(string redirectUri) => new Uri(redirectUri) is { Authority.Length: > 0 } uri ? uri.Authority : new Uri(redirectUri).Scheme;
}
