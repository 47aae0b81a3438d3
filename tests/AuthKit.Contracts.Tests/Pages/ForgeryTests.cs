using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>RFC 9700 §4.7, ASVS 5.0 V3.5.1: a form that another site makes a browser send does nothing.</summary>
internal sealed class ForgeryTests
{
    private const string Token = "__RequestVerificationToken";

    private static readonly (string, string)[] Credentials = [("identifier", Speaker.Email), ("password", Speaker.Password), ("email", Speaker.Email)];

    [TestCase("/signin")]
    [TestCase("/signup")]
    public async Task Nobody_is_signed_in_unawares(string page)
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        using var attacker = new Browser(host);
        var foreign = Form.Of(await attacker.OpenAsync(page))[Token];
        await browser.OpenAsync(page);

        await AssertRefusedAsync(browser, page, Credentials);
        await AssertRefusedAsync(browser, page, [.. Credentials, (Token, foreign)]);
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("current-password"));
    }

    [Test]
    public async Task Nothing_is_allowed_unawares()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        using var attacker = new Browser(host);
        var consent = Form.Of(await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize())));
        var foreign = Form.Of(await attacker.SignInAsync(await attacker.OpenAsync(PageHost.Authorize())))[Token];

        await AssertRefusedAsync(browser, "/consent", [.. consent.Without(Token), ("decision", "allow")]);
        await AssertRefusedAsync(browser, "/consent", [.. consent.Without(Token), (Token, foreign), ("decision", "allow")]);
        Assert.That((await browser.OpenAsync(PageHost.Authorize())).Body, Does.Contain("would like access"));
    }

    [Test]
    public async Task No_device_is_let_in_unawares()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        using var attacker = new Browser(host);
        var device = await PageHost.DeviceAsync(host);
        await browser.SignInAsync(await browser.OpenAsync("/device"));
        var foreign = Form.Of(await attacker.SignInAsync(await attacker.OpenAsync("/device")))[Token];

        await AssertRefusedAsync(browser, "/device", [("user_code", device.UserCode), ("decision", "allow")]);
        await AssertRefusedAsync(browser, "/device", [("user_code", device.UserCode), ("decision", "allow"), (Token, foreign)]);
    }

    [Test]
    public async Task Nobody_is_signed_out_unawares()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));

        await AssertRefusedAsync(browser, "/logout", [("confirmed", "yes")]);
        await AssertRefusedAsync(browser, "/logout?confirmed=yes", [("confirmed", "yes"), (Token, "x")]);
        await browser.OpenAsync("/logout?confirmed=yes");
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("You are signed in"));
    }

    [Test]
    public async Task A_form_that_is_out_of_date_leads_to_where_it_can_be_begun_anew()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var form = Form.Of(await browser.OpenAsync(PageHost.Authorize()));

        var expired = await browser.PostAsync(form.Action, [.. form.Without(Token), .. Credentials]);

        Assert.That(expired.Status, Is.EqualTo(400));
        Assert.That(System.Net.WebUtility.HtmlDecode(expired.Body), Does.Contain($"<a href=\"{form["return_url"]}\">Start over</a>"));
    }

    // The framework would log an error and a stack trace for each.
    [TestCase("x")]
    [TestCase("=")]
    [TestCase("CfDJ8AAAAAAAAAAAAAAAAAAAAACtPY5ba7tfFtmMv1MvG3")]
    public async Task A_damaged_token_or_cookie_is_no_error_in_the_log(string damaged)
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);
        await browser.OpenAsync("/signin");

        await AssertRefusedAsync(browser, "/signin", [.. Credentials, (Token, damaged)]);
        var shown = await host.GetAsync("/signin", ("Cookie", $"authkit.csrf={damaged}"));

        Assert.That(shown.Status, Is.EqualTo(200));
        Assert.That(host.Logs.Entries.Where(entry => entry.Level >= LogLevel.Error), Is.Empty);
    }

    private static async Task AssertRefusedAsync(Browser browser, string page, IEnumerable<(string, string)> fields)
    {
        var answer = await browser.PostAsync(page, fields);
        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body, Does.Contain("This page has expired"));
    }
}
