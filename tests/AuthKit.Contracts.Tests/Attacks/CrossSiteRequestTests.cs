using System.Text;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>
/// Cross-site request forgery (CSRF): a browser sends the session's cookie along with what another site's page asks, so that the cookie
/// alone counts for nothing where something changes.
/// </summary>
internal sealed class CrossSiteRequestTests
{
    private static readonly HeardEvents Heard = new();
    private static TestHost _host = null!;
    private static CookieBrowser _browser = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _host = await TestHost.StartAsync(new()
        {
            Build = builder => Heard.Add(builder.AddContract<AccountContract>(account => account.CookieOrigins.Add("https://app.auth.example"))),
            Map = app => app.MapMethods("/orders", ["GET", "POST", "PUT", "PATCH", "DELETE"], () => "done").RequireAuthorization(),
        });
        _browser = await CookieBrowser.RegisterAsync(_host);
    }

    [OneTimeTearDown]
    public static async Task StopAsync() => await _host.DisposeAsync();

    [TestCase("", TestName = "Nothing shows who asks")]
    [TestCase("Sec-Fetch-Site: cross-site", TestName = "Another site's page")]
    [TestCase("Sec-Fetch-Site: same-site", TestName = "A page of a neighbouring host")]
    [TestCase("Sec-Fetch-Site: none", TestName = "No page at all")]
    [TestCase("Sec-Fetch-Site: SAME-ORIGIN", TestName = "A word that no browser writes so")]
    [TestCase("Sec-Fetch-Site: same-origin | Sec-Fetch-Site: same-origin", TestName = "The word twice")]
    [TestCase("Sec-Fetch-Site: cross-site | Origin: SELF", TestName = "Two headers of which one says no")]
    [TestCase("Sec-Fetch-Site: cross-site | X-CSRF: 1", TestName = "The header of what is no browser, from a browser")]
    [TestCase("Sec-Fetch-Site: | X-CSRF: 1", TestName = "Fetch metadata that says nothing")]
    [TestCase("Origin: https://evil.example", TestName = "A foreign origin")]
    [TestCase("Origin: https://evil.example | X-CSRF: 1", TestName = "A foreign origin with the header")]
    [TestCase("Origin: null", TestName = "A frame or a document without an origin")]
    [TestCase("Origin: null | X-CSRF: 1", TestName = "An origin of nobody with the header")]
    [TestCase("Origin: OTHERSCHEME", TestName = "The host by another scheme")]
    [TestCase("Origin: OTHERPORT", TestName = "The host at another port")]
    [TestCase("Origin: SELF.evil.example", TestName = "An origin that begins as the host's")]
    [TestCase("Origin: https://evil-app.auth.example", TestName = "An origin that ends as a trusted one")]
    [TestCase("X-CSRF: ", TestName = "The header without a value")]
    public async Task Is_refused(string headers)
    {
        var sent = Headers(headers);

        foreach (var (method, path) in new[] { (HttpMethod.Post, "/account/logout"), (HttpMethod.Post, "/orders"), (HttpMethod.Put, "/orders"), (HttpMethod.Patch, "/orders"), (HttpMethod.Delete, "/orders"), (HttpMethod.Delete, "/account/me/external-logins?provider=google&subject=1") })
        {
            var answer = await _browser.SendAsync(method, path, content: null, sent);

            Assert.That(answer.Status, Is.EqualTo(403), $"{method} {path} {answer.Body}");
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/problem+json"));
            Assert.That(CookieBrowser.SetBy(answer), Is.Null, "The session is the victim's, and stays.");
        }

        var login = await _host.PostJsonAsync("/account/login?cookie=true", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""", sent);
        Assert.That((login.Status, CookieBrowser.SetBy(login)), Is.EqualTo((403, null as string)), "login CSRF");
        Assert.That((await _browser.GetAsync("/account/me")).Status, Is.EqualTo(200));
    }

    [TestCase("Sec-Fetch-Site: same-origin", TestName = "Fetch metadata")]
    [TestCase("Sec-Fetch-Site: same-origin | Origin: https://mangled.example", TestName = "Fetch metadata behind a proxy that changes the host")]
    [TestCase("Origin: SELF", TestName = "An origin, of a browser without fetch metadata")]
    [TestCase("X-CSRF: 1", TestName = "The header, of what is no browser")]
    [TestCase("Origin: https://app.auth.example | Sec-Fetch-Site: same-site", TestName = "A trusted origin")]
    public async Task Is_let_through(string headers)
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
            Assert.That((await _browser.SendAsync(method, "/orders", content: null, Headers(headers))).Status, Is.EqualTo(200), method.Method);
        Assert.That((await _host.PostJsonAsync("/account/login?cookie=true", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""", Headers(headers))).Status, Is.EqualTo(204));
    }

    [TestCase("text/plain", """{"givenName":"Eve","x":"="}""")]
    [TestCase("application/x-www-form-urlencoded", "givenName=Eve")]
    [TestCase("multipart/form-data; boundary=x", "--x--")]
    public async Task A_form_of_another_site_is_refused_by_each_of_two_guards(string type, string body)
    {
        var forged = await SendAsync(("Origin", "https://evil.example"));
        var own = await SendAsync(CookieBrowser.SameOrigin);

        Assert.That((forged.Status, own.Status), Is.EqualTo((415, 415)), "No form is JSON.");

        async Task<Answer> SendAsync((string Name, string Value) header)
        {
            var content = new StringContent(body, Encoding.ASCII);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            return await _browser.SendAsync(HttpMethod.Patch, "/account/me", content, header);
        }
    }

    [Test]
    public async Task What_changes_nothing_needs_no_proof_and_a_WebSocket_does()
    {
        Assert.That((await _browser.GetAsync("/orders", ("Sec-Fetch-Site", "cross-site"))).Status, Is.EqualTo(200));
        Assert.That((await _browser.GetAsync("/orders", ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Origin", "https://evil.example"))).Status, Is.EqualTo(403));
        Assert.That((await _browser.GetAsync("/orders", ("Connection", "Upgrade"), ("Upgrade", "websocket"), CookieBrowser.SameOrigin)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Without_a_cookie_nothing_has_to_be_shown()
    {
        var tokens = await new AccountSpeaker().SignInAsync(_host);

        Assert.That((await _host.SendAsync(HttpMethod.Post, "/orders", content: null, Requests.Bearer(tokens.Member("accessToken")!), ("Origin", "https://evil.example"))).Status, Is.EqualTo(200));
        Assert.That((await _host.SendAsync(HttpMethod.Post, "/account/logout", content: null, Requests.Bearer(tokens.Member("accessToken")!), ("Origin", "https://evil.example"))).Status, Is.EqualTo(204));
    }

    [Test]
    public async Task It_is_told()
    {
        await _browser.SendAsync(HttpMethod.Post, "/orders", content: null, ("Origin", "https://evil.example"));

        Assert.That((await Heard.NextAsync<ForgeryRefused>()).Contract, Is.EqualTo("account"));
    }

    [TestCase("https://app.example.com/")]
    [TestCase("https://app.example.com/path")]
    [TestCase("https://App.example.com")]
    [TestCase("https://*.example.com")]
    [TestCase("http://app.example.com")]
    [TestCase("null")]
    [TestCase("app.example.com")]
    [TestCase("")]
    public void An_origin_that_is_none_is_no_option(string origin)
    {
        var account = new AccountContract();
        account.CookieOrigins.Add(origin);

        Assert.That(account.Check(new()).Single(), Does.Contain($"'{origin}'"));
    }

    private static (string Name, string Value)[] Headers(string headers)
    {
        var self = _host.Address.GetLeftPart(UriPartial.Authority);
        return
        [
            .. headers.Split(" | ", StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split(':', 2)).Select(header => (header[0], header[1].Trim()
                .Replace("SELF", self, StringComparison.Ordinal)
                .Replace("OTHERSCHEME", $"https://{_host.Address.Authority}", StringComparison.Ordinal)
                .Replace("OTHERPORT", $"http://{_host.Address.Host}:1", StringComparison.Ordinal))),
        ];
    }
}
