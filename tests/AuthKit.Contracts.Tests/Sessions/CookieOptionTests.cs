using AuthKit.Contracts.Tests.Harness;
using AuthKit.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Sessions;

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
