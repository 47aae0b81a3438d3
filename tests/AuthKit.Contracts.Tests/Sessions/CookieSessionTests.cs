using AuthKit.Contracts.Tests.Harness;
using AuthKit.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

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

/// <summary>What hosts can say of the cookie, and what becomes of it on the way.</summary>
internal sealed class CookieOptionTests
{
    [Test]
    public async Task A_reply_that_is_cleared_on_the_way_loses_no_refresh_token()
    {
        await using var host = await TestHost.StartAsync(new()
        {
            Map = app => app.MapGet("/cleared", async (HttpResponse response) =>
            {
                response.Clear();
                await response.WriteAsync("cleared");
            }).RequireAuthorization(),
        });
        var browser = await CookieBrowser.RegisterAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.That((await browser.GetAsync("/cleared")).Body, Is.EqualTo("cleared"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await browser.GetAsync("/me")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_host_without_authentication_middleware_serves_the_contract_all_the_same()
    {
        await using var host = await TestHost.StartAsync(new() { Mapping = app => app.MapGroup("/x").MapAuthKit("account") });
        await host.PostJsonAsync("/x/account/register", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""");
        var browser = new CookieBrowser(host);
        await browser.PostAsync("/x/account/login?cookie=true", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""", CookieBrowser.SameOrigin);
        host.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.That((await browser.GetAsync("/x/account/me")).Member("email"), Is.EqualTo(Speaker.Email));
    }

    [Test]
    public async Task Where_the_host_says_always_no_reply_has_tokens()
    {
        await using var host = await StartAsync(CookieUse.Always);

        var registered = await host.PostJsonAsync("/account/register", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""", CookieBrowser.SameOrigin);
        var plain = await host.PostJsonAsync("/account/login?cookie=false", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""", CookieBrowser.SameOrigin);
        var forged = await host.PostJsonAsync("/account/login", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""");

        Assert.That((registered.Status, registered.Body, registered.Header("Location")), Is.EqualTo((201, "", "/account/me")));
        Assert.That(CookieBrowser.SetBy(registered), Is.Not.Null);
        Assert.That((plain.Status, plain.Body), Is.EqualTo((204, "")));
        Assert.That(forged.Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Where_the_host_says_never_none_is_set_and_none_is_read()
    {
        await using var usual = await TestHost.StartAsync();
        var browser = await CookieBrowser.RegisterAsync(usual);
        await using var host = await TestHost.StartAsync(new() { Shared = usual.Databases, Build = builder => builder.AddContract<AccountContract>(account => account.Cookies = CookieUse.Never) });

        var signedIn = await host.PostJsonAsync("/account/login?cookie=true", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""");
        var answers = new[] { await new CookieBrowser(host) { Cookie = browser.Cookie }.GetAsync("/me"), await new CookieBrowser(host) { Cookie = browser.Cookie }.GetAsync("/account/me") };

        Assert.That((signedIn.Member("tokenType"), signedIn.Header("Set-Cookie")), Is.EqualTo(("Bearer", null as string)));
        Assert.That(answers.Select(answer => (answer.Status, answer.Header("Set-Cookie"))), Is.All.EqualTo((401, null as string)));
    }

    [Test]
    public async Task Without_a_grace_time_the_host_is_warned()
    {
        await using var usual = await TestHost.StartAsync();
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Sessions.RefreshGrace = TimeSpan.Zero });

        Assert.That(host.Logs.Text, Does.Contain("contract 'account': Sessions.RefreshGrace is zero"));
        Assert.That(usual.Logs.Text, Does.Not.Contain("RefreshGrace"));
    }

    [TestCase("", "__Host-authkit-session=", "path=/;")]
    [TestCase("/auth", "__Secure-authkit-session=", "path=/auth;")]
    public async Task Over_https_it_has_the_prefix_that_a_browser_holds_it_to(string pathBase, string name, string path)
    {
        await using var host = await TestHost.StartAsync(new() { Services = services => services.AddSingleton<IStartupFilter>(new BehindProxy(pathBase)) });
        await new AccountSpeaker().RegisterAsync(host);

        var set = (await host.PostJsonAsync("/account/login?cookie=true", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""", CookieBrowser.SameOrigin)).Header("Set-Cookie")!;
        var known = await host.GetAsync("/account/me", ("Cookie", set.Split(';')[0]));
        var unprefixed = await host.GetAsync("/account/me", ("Cookie", set.Split(';')[0].Replace("__Host-", "", StringComparison.Ordinal).Replace("__Secure-", "", StringComparison.Ordinal)));

        Assert.That(set, Does.StartWith(name).And.Contain(path).And.Contain("secure").And.Contain("httponly").And.Contain("samesite=lax").And.Not.Contain("domain"));
        Assert.That((known.Status, unprefixed.Status), Is.EqualTo((200, 401)), "What a page of plain http could set is not read.");
    }

    private static Task<TestHost> StartAsync(CookieUse use) => TestHost.StartAsync(new() { Build = builder => builder.AddContract<AccountContract>(account => account.Cookies = use) });

    private sealed class BehindProxy(string pathBase) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext http, RequestDelegate then) =>
            {
                (http.Request.Scheme, http.Request.PathBase) = ("https", pathBase);
                return then(http);
            });
            next(app);
        };
    }
}
