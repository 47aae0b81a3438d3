using System.Net;
using System.Text.RegularExpressions;
using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Pages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>OpenID Connect Front-Channel Logout 1.0: the signed-out page has the browser tell the clients.</summary>
internal sealed partial class FrontChannelLogoutTests
{
    private const string Uri = "https://shop.example/frontchannel?a=b";

    private static HostPlan Plan { get; } = new()
    {
        Options = options => options.Clients.Single(client => client.Id == "own").FrontChannelLogoutUri = Uri,
    };

    [Test]
    public async Task Each_client_is_loaded_with_issuer_and_session_and_nothing_else_may_be()
    {
        await using var host = await PageHost.WithAccountAsync(Plan);
        using var browser = new Browser(host);
        var token = await PageHost.IdTokenAsync(host, browser);

        var page = await browser.SubmitAsync(await browser.OpenAsync("/logout"));

        Assert.That(page.Status, Is.EqualTo(200));
        Assert.That(page.Body, Does.Contain("You are signed out").And.Contain("<a href=\"/signin\">Sign in</a>"));
        var sid = new JsonWebToken(token).GetPayloadValue<string>("sid");
        Assert.That(Frames(page), Is.EqualTo(new[] { $"{Uri}&iss={System.Uri.EscapeDataString(TestHost.Issuer)}&sid={sid}" }));
        var policy = page.Header("Content-Security-Policy")!.Split("; ");
        Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("frame-src https://shop.example/frontchannel").And.Contain("form-action 'none'").And.Contain("frame-ancestors 'none'"));
        Assert.That(policy.Single(part => part.StartsWith("script-src", StringComparison.Ordinal)), Does.Match("^script-src 'sha256-[^ ]+'$"));
        Assert.That(page.Body, Does.Not.Contain("id=\"next\""), "Nobody wants the user back.");
    }

    [Test]
    public async Task The_browser_goes_back_to_the_client_that_has_asked_by_a_link_where_there_is_no_script()
    {
        await using var host = await PageHost.WithAccountAsync(Plan);
        using var browser = new Browser(host);
        var token = await PageHost.IdTokenAsync(host, browser);

        var page = await browser.AskAsync(QueryHelpers.AddQueryString("/logout", new Dictionary<string, string?> { ["id_token_hint"] = token, ["post_logout_redirect_uri"] = PageHost.SignedOut, ["state"] = "a & b" }));

        Assert.That((page.Status, Frames(page).Count), Is.EqualTo((200, 1)));
        Assert.That(page.Body, Does.Contain($"<a id=\"next\" href=\"{PageHost.SignedOut}?state=a%20%26%20b\">Continue</a>"));
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("current-password"));
    }

    [Test]
    public async Task The_host_s_own_page_comes_after_it()
    {
        await using var host = await PageHost.WithAccountAsync(Plan.And(new() { Services = services => services.Configure<PageOptions>(pages => pages.SignedOutPage = "/bye") }));
        using var browser = new Browser(host);
        await PageHost.IdTokenAsync(host, browser);

        var page = await browser.SubmitAsync(await browser.OpenAsync("/logout"));

        Assert.That(page.Body, Does.Contain("<a id=\"next\" href=\"/bye\">"));
    }

    [Test]
    public async Task The_session_that_the_client_was_told_of_is_over()
    {
        await using var host = await PageHost.WithAccountAsync(Plan);
        using var browser = new Browser(host);
        var code = PageHost.ToClient(await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("client_id", "own")))))["code"];
        var tokens = PageHost.Value(await OAuthFlows.RedeemCode.RunAsync(host.Services, new(code, PageHost.Redirect, PageHost.Verifier, new("own", null)), new() { ClientId = "oauth" }, CancellationToken.None));

        await browser.SubmitAsync(await browser.OpenAsync("/logout"));

        Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.AccessToken)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Where_no_client_has_a_session_there_is_nothing_to_load()
    {
        await using var host = await PageHost.WithAccountAsync(Plan);
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));

        var page = await browser.SubmitAsync(await browser.OpenAsync("/logout"));

        Assert.That((Frames(page).Count, page.Header("Content-Security-Policy")!.Contains("frame-src", StringComparison.Ordinal)), Is.EqualTo((0, false)));
    }

    private static List<string> Frames(Answer page) => [.. Frame().Matches(page.Body).Select(frame => WebUtility.HtmlDecode(frame.Groups["address"].Value))];

    [GeneratedRegex("""<iframe src="(?<address>[^"]*)" width="0" height="0" tabindex="-1" aria-hidden="true" title="[^"]+"></iframe>""")]
    private static partial Regex Frame();
}
