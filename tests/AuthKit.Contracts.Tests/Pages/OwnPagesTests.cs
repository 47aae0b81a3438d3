using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>A host can have pages of its own in the place of AuthKit's.</summary>
internal sealed class OwnPagesTests
{
    private static readonly HostPlan Own = new()
    {
        Services = services => services.Configure<PageOptions>(pages =>
            (pages.SignInPage, pages.ConsentPage, pages.DevicePage, pages.SignedOutPage) = ("/own/in", "https://own.example/consent?x=y", "/own/device", "/own/out")),
        Map = app => app.MapGet("/own/in", async (HttpContext http, string? return_url) =>
        {
            var browser = PageHost.Value(await OAuthFlows.SignInBrowser.RunAsync(http.RequestServices, new(Speaker.Email, Speaker.Password), new() { ClientId = "own" }, http.RequestAborted));
            await http.SignInBrowserAsync(browser, return_url);
            http.Response.StatusCode = 303;
            http.Response.Headers.Location = return_url ?? "/own/who";
        }),
    };

    [Test]
    public async Task Its_sign_in_satisfies_a_request_that_wants_one()
    {
        await using var host = await PageHost.WithAccountAsync(Own);
        using var browser = new Browser(host);

        Assert.That(PageHost.ToClient(await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("prompt", "login")))), Does.ContainKey("code"));
    }

    [Test]
    public async Task It_can_ask_who_is_signed_in()
    {
        await using var host = await PageHost.WithAccountAsync(Own.And(new()
        {
            Map = app => app.MapGet("/own/who", async (HttpContext http) => (await http.GetBrowserSessionAsync())?.UserId.ToString() ?? "nobody"),
        }));
        using var browser = new Browser(host);

        Assert.That((await browser.OpenAsync("/own/who")).Body, Is.EqualTo("nobody"));
        Assert.That(Guid.TryParse((await browser.OpenAsync("/own/in")).Body, out _), Is.True);
    }

    [TestCase("/signin?return_url=/device", "/own/in?return_url=%2Fdevice")]
    [TestCase("/signup", "/own/in")]
    [TestCase("/device?user_code=BCDF-GHJK", "/own/device?user_code=BCDF-GHJK")]
    [TestCase("/logout", "/own/out")]
    public async Task AuthKit_s_own_leads_to_it(string page, string own)
    {
        await using var host = await PageHost.WithAccountAsync(Own);
        using var browser = new Browser(host);

        var answer = await browser.AskAsync(page);

        Assert.That((answer.Status, answer.Header("Location")), Is.EqualTo((303, own)));
    }

    [Test]
    public async Task Its_page_of_consent_is_told_what_is_asked()
    {
        await using var host = await PageHost.WithAccountAsync(Own);
        using var browser = new Browser(host);

        var answer = await browser.OpenAsync(PageHost.Authorize());

        Assert.That(answer.Header("Location"), Is.EqualTo(
            $"https://own.example/consent?x=y&return_url={Uri.EscapeDataString(PageHost.Authorize())}&client_id=store&client_name=The%20Shop&scope=openid%20email%20notes.read"));
    }

    [Test]
    public async Task Nobody_signs_in_past_it()
    {
        await using var plain = await PageHost.WithAccountAsync();
        await using var host = await PageHost.StartAsync(Own with { Shared = plain.Databases });
        using var browser = new Browser(plain);
        var form = Form.Of(await browser.OpenAsync("/signin"));

        var answer = await browser.PostAsync(new Uri(host.Address, "/signin").ToString(), [.. form.Hidden, ("identifier", Speaker.Email), ("password", Speaker.Password)]);

        Assert.That((answer.Status, answer.Header("Location")), Is.EqualTo((303, "/own/in")));
        Assert.That(answer.Header("Set-Cookie") ?? "", Does.Not.Contain("authkit="));
    }
}
