using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>RFC 9700 §4.11: after sign-in a browser goes to a page of this server that waits, and nowhere else.</summary>
internal sealed class ReturnUrlTests
{
    private static readonly string[] Foreign =
    [
        "https://evil.example/", "//evil.example/", "/\\evil.example/", "\\\\evil.example", "/%2F/evil.example", "/%5Cevil.example", "evil.example", "javascript:alert(1)",
        "/", "/me", "/authorizeevil", "/authorize/../me", "/authorize#x", "/authorize?a=\r\nX: y", "/authorize?a=\\", "//authorize?x", "/AUTHORIZE", "@evil.example", "/signin?return_url=/authorize", " /authorize", "https://evil.example/authorize",
    ];

    [TestCaseSource(nameof(Foreign))]
    public async Task Any_other_address_is_refused(string address)
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var form = Form.Of(await browser.OpenAsync("/signin"));

        var shown = await browser.AskAsync("/signin?return_url=" + Uri.EscapeDataString(address));
        var posted = await browser.PostAsync("/signin", [.. form.Hidden, ("return_url", address), ("identifier", Speaker.Email), ("password", Speaker.Password)]);
        var inQuery = await browser.PostAsync("/signin?return_url=" + Uri.EscapeDataString(address), [.. form.Hidden, ("identifier", Speaker.Email), ("password", Speaker.Password)]);

        Assert.That((shown.Status, posted.Status, inQuery.Status), Is.EqualTo((400, 400, 400)));
        Assert.That(posted.Header("Location"), Is.Null);
    }

    [Test]
    public async Task Where_the_host_puts_the_pages_they_find_one_another()
    {
        await using var host = await PageHost.WithAccountAsync(new()
        {
            Build = builder => builder.AddContract<OAuthContract>(oauth => oauth.Prefix = "/id"),
        });
        using var browser = new Browser(host);

        var consent = await browser.SignInAsync(await browser.OpenAsync("/id" + PageHost.Authorize()));

        Assert.That(PageHost.ToClient(await browser.SubmitAsync(consent, ("decision", "allow"))), Does.ContainKey("code"));
        Assert.That((await browser.AskAsync("/id/signin?return_url=/authorize")).Status, Is.EqualTo(400));
    }
}
