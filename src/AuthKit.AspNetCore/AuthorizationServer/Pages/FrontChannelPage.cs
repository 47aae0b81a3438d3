using AuthKit.AuthorizationServer.Logouts;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Tells clients of a sign-out by the browser (OpenID Connect Front-Channel Logout 1.0 §3), and then goes on.</summary>
internal static class FrontChannelPage
{
    /// <param name="request">The request for a page.</param>
    /// <param name="logouts">What the browser is to load.</param>
    /// <param name="next">Where it goes then; null where nobody wants it back.</param>
    public static PageReply Show(PageRequest request, IReadOnlyList<FrontChannelLogout> logouts, string? next)
    {
        string[] addresses = [.. logouts.Select(logout => PageAddresses.Add(logout.Uri, [new("iss", request.AuthKit.Issuer), new("sid", logout.SessionId.ToString())]))];
        var body = Html(
            $"""
            {(next is null ? LogoutPage.Closing(request) : Onward(request.Texts, next))}
            {addresses.Select(address => Frame(address, request.Texts.SignedOutTitle))}
            <script>{ContinueScript.Text}</script>
            """);
        return PageReply.Show(request.Texts.SignedOutTitle, body) with { Frames = addresses };
    }

    private static Markup Onward(PageTexts texts, string next) => Html(
        $"""<p>{texts.SignedOutNext}</p><div class="links"><p><a id="next" href="{next}">{texts.ContinueButton}</a></p></div>""");

    // Nobody is to see or reach it; a frame that is not displayed at all is not loaded by every browser.
    private static Markup Frame(string address, string title) =>
        Html($"""<iframe src="{address}" width="0" height="0" tabindex="-1" aria-hidden="true" title="{title}"></iframe>""");
}
