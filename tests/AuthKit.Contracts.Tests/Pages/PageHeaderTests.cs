using System.Security.Cryptography;
using System.Text;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>RFC 9700 §4.16, ASVS 5.0 V3.4: the headers by which a browser keeps a page to itself.</summary>
internal sealed class PageHeaderTests
{
    [Test]
    public async Task Each_page_and_each_answer_has_them()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var consent = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize()));
        Answer[] answers =
        [
            await browser.AskAsync("/signin"), await browser.AskAsync("/signup"), await browser.AskAsync("/device"), await browser.AskAsync("/logout"),
            await browser.AskAsync("/forgot-password"), await browser.AskAsync("/reset-password?token=x"),
            await browser.AskAsync("/authorize"), await browser.AskAsync("/consent"), consent, await browser.SubmitAsync(consent, ("decision", "allow")),
        ];

        foreach (var answer in answers)
        {
            Assert.That(answer.Header("Cache-Control"), Is.EqualTo("no-store"));
            Assert.That(answer.Header("Referrer-Policy"), Is.EqualTo("no-referrer"));
            Assert.That(answer.Header("X-Frame-Options"), Is.EqualTo("DENY"));
            Assert.That(answer.Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(answer.Header("Content-Security-Policy"), Does.StartWith("default-src 'none'; style-src 'sha256-").And.Contain("frame-ancestors 'none'").And.Contain("base-uri 'none'"));
        }
    }

    [Test]
    public async Task The_style_sheet_is_the_one_that_is_allowed_and_nothing_else_is_there()
    {
        await using var host = await PageHost.StartAsync();
        var page = await host.GetAsync("/signin");
        var (start, end) = (page.Body.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length, page.Body.IndexOf("</style>", StringComparison.Ordinal));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Body[start..end])));

        Assert.That(page.Header("Content-Security-Policy"), Does.Contain($"style-src 'sha256-{hash}'"));
        Assert.That(page.Body, Does.Not.Contain("<script").And.Not.Contain("style=\"").And.Not.Contain("<img"));
    }

    [Test]
    public async Task A_form_leads_to_this_server_or_to_the_client_that_waits()
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);

        var alone = await browser.OpenAsync("/signin");
        var shop = await browser.OpenAsync(PageHost.Authorize());
        var app = await browser.OpenAsync(PageHost.Authorize(("client_id", "native"), ("redirect_uri", PageHost.NativeRedirect)));

        Assert.That(alone.Header("Content-Security-Policy"), Does.Contain("form-action 'self';"));
        Assert.That(shop.Header("Content-Security-Policy"), Does.Contain("form-action 'self' https:;"));
        Assert.That(app.Header("Content-Security-Policy"), Does.Contain("form-action 'self' com.example.app:;"));
    }

    [Test]
    public async Task A_window_that_a_client_opened_stays_its_own()
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);

        Assert.That((await browser.OpenAsync("/signin")).Header("Cross-Origin-Opener-Policy"), Is.EqualTo("same-origin"));
        Assert.That((await browser.AskAsync(PageHost.Authorize())).Header("Cross-Origin-Opener-Policy"), Is.Null);
        Assert.That((await browser.OpenAsync(PageHost.Authorize())).Header("Cross-Origin-Opener-Policy"), Is.Null);
    }
}
