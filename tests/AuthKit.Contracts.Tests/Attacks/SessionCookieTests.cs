using System.Buffers.Text;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Logs;
using AuthKit.Events;
using AuthKit.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>Cookies that were stolen, altered, made elsewhere, or sent beside something else.</summary>
internal sealed class SessionCookieTests
{
    [Test]
    public async Task One_that_is_replayed_after_sign_out_opens_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var browser = await CookieBrowser.RegisterAsync(host);
        var stolen = new CookieBrowser(host) { Cookie = browser.Cookie };

        var signedOut = await browser.PostAsync("/account/logout", "", CookieBrowser.SameOrigin);

        Assert.That((signedOut.Status, browser.Cookie), Is.EqualTo((204, null as string)));
        Assert.That((await stolen.GetAsync("/me")).Status, Is.EqualTo(401));
        Assert.That(stolen.Cookie, Is.Null, "It is taken away.");
    }

    [Test]
    public async Task A_session_that_is_revoked_elsewhere_loses_its_cookie()
    {
        await using var host = await TestHost.StartAsync();
        var browser = await CookieBrowser.RegisterAsync(host);
        var other = await CookieBrowser.SignInAsync(host);

        var changed = await browser.SendAsync(HttpMethod.Put, "/account/password", new StringContent($$"""{"currentPassword":"{{Speaker.Password}}","newPassword":"another horse 8!"}""", System.Text.Encoding.UTF8, "application/json"), CookieBrowser.SameOrigin);

        Assert.That(changed.Status, Is.EqualTo(204), changed.Body);
        Assert.That((await browser.GetAsync("/me")).Status, Is.EqualTo(200));
        Assert.That(((await other.GetAsync("/account/me")).Status, other.Cookie), Is.EqualTo((401, null as string)));
    }

    [Test]
    public async Task One_of_another_host_or_altered_or_none_at_all_opens_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var browser = await CookieBrowser.RegisterAsync(host);
        var good = browser.Cookie!;
        var session = SealedSession.Open(good, host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("AuthKit.SessionCookie"))!;
        string[] cookies =
        [
            session.Seal(new EphemeralDataProtectionProvider().CreateProtector("AuthKit.SessionCookie")),
            session.Seal(host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("AuthKit.Outbox")),
            .. Enumerable.Range(0, 16).Select(part => Flipped(good, part * (good.Length - 5) / 15)),
            good[..^4], good[4..], good + "AAAA", session.AccessToken, session.RefreshToken, "x", "%00", "chunks-2", "chunks-1000000000", "chunks--1",
            new string('A', 6000), Base64Url.EncodeToString(new byte[64]), "{}",
        ];

        foreach (var cookie in cookies)
        {
            foreach (var path in new[] { "/me", "/account/me" })
            {
                var forged = new CookieBrowser(host) { Cookie = cookie };
                var answer = await forged.GetAsync(path);

                Assert.That((answer.Status, forged.Cookie), Is.EqualTo((401, null as string)), $"{path} {cookie}");
            }
        }

        Assert.That((await browser.GetAsync("/me")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_header_that_is_larger_than_the_server_reads_is_the_server_s_to_refuse()
    {
        await using var host = await TestHost.StartAsync();

        Assert.That((await new CookieBrowser(host) { Cookie = new string('A', 60_000) }.GetAsync("/account/me")).Status, Is.EqualTo(431));
    }

    [Test]
    public async Task A_bearer_token_beside_it_wins_whatever_it_is_worth()
    {
        await using var host = await TestHost.StartAsync();
        var browser = await CookieBrowser.RegisterAsync(host);
        var before = browser.Cookie;
        await new AccountSpeaker().RegisterAsync(host, "bert@example.com");
        var bert = (await new AccountSpeaker().SignInAsync(host, "bert@example.com")).Member("accessToken")!;

        Assert.That((await browser.GetAsync("/account/me", Requests.Bearer(bert))).Member("email"), Is.EqualTo("bert@example.com"));
        foreach (var header in new[] { "Bearer none", "Bearer", "Basic YTpi", "DPoP none" })
        {
            Assert.That((await browser.GetAsync("/account/me", ("Authorization", header))).Status, Is.EqualTo(401), header);
            Assert.That((await browser.GetAsync("/me", ("Authorization", header))).Status, Is.EqualTo(401), header);
        }

        Assert.That((await browser.SendAsync(HttpMethod.Post, "/account/logout", content: null, Requests.Bearer(bert))).Status, Is.EqualTo(204));
        Assert.That(((await browser.GetAsync("/account/me")).Member("email"), browser.Cookie), Is.EqualTo((Speaker.Email, before)), "The cookie's session was not touched.");
    }

    [Test]
    public async Task Other_contracts_take_none()
    {
        await using var host = await TestHost.StartAsync();
        var browser = await CookieBrowser.RegisterAsync(host);

        foreach (var path in new[] { "/api/v1/user", "/User/GetUser?email=anna@example.com", "/userinfo" })
            Assert.That((await browser.GetAsync(path)).Status, Is.EqualTo(401), path);
        Assert.That((await browser.PostAsync("/api/v1/logout", "{}", CookieBrowser.SameOrigin)).Status, Is.EqualTo(401));
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        foreach (var path in new[] { "/api/v1/user", "/reset-password?token=x", "/.well-known/jwks.json", "/signin" })
            Assert.That((await browser.GetAsync(path)).Header("Set-Cookie") ?? "", Does.Not.Contain(CookieBrowser.Name), $"{path} has nothing to refresh.");
    }

    [Test]
    public async Task No_log_and_no_event_has_it()
    {
        var heard = new HeardEvents();
        using var activities = new RecordedActivities();
        await using var host = await TestHost.StartAsync(new() { OtherLogs = LogLevel.Trace, Build = heard.Add });
        var browser = await CookieBrowser.RegisterAsync(host);
        List<string> cookies = [browser.Cookie!];
        await browser.GetAsync("/me");
        host.Clock.Advance(TimeSpan.FromMinutes(16));
        await browser.GetAsync("/account/me");
        cookies.Add(browser.Cookie!);
        await browser.PostAsync("/account/logout", "", ("Origin", "https://evil.example"));
        await heard.NextAsync<ForgeryRefused>();
        await browser.PostAsync("/account/logout", "", CookieBrowser.SameOrigin);
        await new CookieBrowser(host) { Cookie = cookies[1] }.GetAsync("/me");
        await new CookieBrowser(host) { Cookie = Flipped(cookies[0], 40) }.GetAsync("/me");
        cookies.Add(Flipped(cookies[0], 40));

        Assert.That(cookies, Is.Unique);
        foreach (var text in new[] { host.Logs.Text, string.Join('\n', heard.All), activities.Text })
        {
            foreach (var cookie in cookies)
                Assert.That(text, Does.Not.Contain(cookie));
        }
    }

    private static string Flipped(string cookie, int at) => cookie[..at] + (cookie[at] == 'A' ? 'B' : 'A') + cookie[(at + 1)..];
}
