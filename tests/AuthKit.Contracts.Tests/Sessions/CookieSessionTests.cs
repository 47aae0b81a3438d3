using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>A browser's session in a cookie, on every engine.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class CookieSessionTests(Engine engine)
{
    private const int AtOnce = 64;

    [Test]
    public async Task Tabs_that_come_at_once_with_an_expired_token_all_live()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });
        var browser = await CookieBrowser.RegisterAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        CookieBrowser[] tabs = [.. Enumerable.Range(0, AtOnce).Select(_ => new CookieBrowser(host) { Cookie = browser.Cookie })];

        var answers = await Task.WhenAll(tabs.Select((tab, n) => tab.GetAsync(n % 2 == 0 ? "/me" : "/account/me")));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(200));
        Assert.That(tabs.Select(tab => tab.Cookie), Is.All.Not.Null.And.All.Not.EqualTo(browser.Cookie));
        // Whichever of the cookies the browser was left with, it is the session's.
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.That((await tabs[AtOnce / 2].GetAsync("/account/me")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_cookie_that_was_refreshed_long_ago_is_a_stolen_one_and_ends_the_session()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });
        var browser = await CookieBrowser.RegisterAsync(host);
        var thief = new CookieBrowser(host) { Cookie = browser.Cookie };
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.That((await browser.GetAsync("/me")).Status, Is.EqualTo(200));
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That((await thief.GetAsync("/me")).Status, Is.EqualTo(401));
        Assert.That(((await browser.GetAsync("/me")).Status, browser.Cookie), Is.EqualTo((401, null as string)));
    }

    [Test]
    public async Task The_host_s_own_endpoints_know_the_account_and_write_the_cookie_anew()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });
        var browser = await CookieBrowser.RegisterAsync(host);
        var id = (await browser.GetAsync("/account/me")).Member("id");
        var first = browser.Cookie;

        var early = await browser.GetAsync("/me");
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        var late = await browser.GetAsync("/me");

        Assert.That((early.Member("sub"), late.Member("sub"), early.Member("client_id")), Is.EqualTo((id, id, "account")));
        Assert.That(CookieBrowser.SetBy(early), Is.Null, "It is set when something has changed.");
        Assert.That((browser.Cookie != first, late.Header("Cache-Control")), Is.EqualTo((true, "no-store")));
    }
}
