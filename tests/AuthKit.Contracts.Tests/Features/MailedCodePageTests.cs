using System.Web;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Features;

/// <summary>People sign in at the authorization server's pages with a code that is mailed to them.</summary>
internal sealed class MailedCodePageTests
{
    private static HostPlan Adding { get; } = new()
    {
        Build = authKit => authKit.AddMailedCodes(),
        Options = options => (options.MailedCodes.Pause, options.MailedCodes.AllowRegistration) = (TimeSpan.Zero, true),
    };

    private static Task<TestHost> StartAsync() => PageHost.WithAccountAsync(Adding);

    [Test]
    public async Task The_sign_in_page_leads_to_it_and_it_leads_back_to_the_client()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);
        var signIn = await browser.OpenAsync(PageHost.Authorize(("client_id", "own")));
        var address = signIn.Body.Split("href=\"").Select(part => HttpUtility.HtmlDecode(part.Split('"')[0])).Single(link => link.StartsWith("/mailed-code", StringComparison.Ordinal));

        var asked = await browser.SubmitAsync(await browser.OpenAsync(address), ("email", Speaker.Email));
        var code = await host.Mails.NextTokenAsync(Speaker.Email);
        var client = await browser.SubmitAsync(asked, ("code", code));

        Assert.That(asked.Body, Does.Contain("name=\"code\"").And.Contain("autocomplete=\"one-time-code\"").And.Not.Contain(Speaker.Email));
        Assert.That(PageHost.ToClient(client)["code"], Is.Not.Empty);
    }

    [Test]
    public async Task The_link_signs_in_with_the_browser_that_asked_and_opening_it_does_not()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);
        await browser.SubmitAsync(await browser.OpenAsync($"/mailed-code?return_url={Uri.EscapeDataString(PageHost.Authorize(("client_id", "own")))}"), ("email", Speaker.Email));
        var link = await host.Mails.NextLinkAsync(Speaker.Email);

        var page = await browser.OpenAsync(link.PathAndQuery);
        await browser.OpenAsync(link.PathAndQuery);
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("name=\"password\""));
        var client = await browser.SubmitAsync(page, ("code", RecordingMailer.TokenIn(link)));

        Assert.That(page.Body, Does.Contain($"value=\"{RecordingMailer.TokenIn(link)}\""));
        Assert.That(PageHost.ToClient(client)["code"], Is.Not.Empty, "The browser goes on where it was going.");
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("You are signed in"));
    }

    [Test]
    public async Task With_another_browser_the_link_shows_the_code_and_signs_nobody_in()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);
        using var elsewhere = new Browser(host);
        var asked = await browser.SubmitAsync(await browser.OpenAsync("/mailed-code"), ("email", Speaker.Email));
        var link = await host.Mails.NextLinkAsync(Speaker.Email);
        // A request of the other browser's own does not open it either.
        var theirs = await elsewhere.SubmitAsync(await elsewhere.OpenAsync("/mailed-code"), ("email", "bert@example.com"));

        var shown = await elsewhere.OpenAsync(link.PathAndQuery);
        var refused = await elsewhere.SubmitAsync(theirs, ("code", RecordingMailer.TokenIn(link)));

        Assert.That(shown.Body, Does.Contain("Enter this code where you asked for it.").And.Contain(RecordingMailer.TokenIn(link)).And.Not.Contain("<form"));
        Assert.That(refused.Status, Is.EqualTo(400));
        Assert.That(refused.Body, Does.Contain("The code is not correct"));
        Assert.That((await elsewhere.OpenAsync("/signin")).Body, Does.Contain("name=\"password\""));
        Assert.That((await browser.SubmitAsync(asked, ("code", RecordingMailer.TokenIn(link)))).Body, Does.Contain("You are signed in"));
    }

    [Test]
    public async Task An_unknown_address_is_told_the_same()
    {
        await using var host = await PageHost.WithAccountAsync(Adding.And(new() { Options = options => options.MailedCodes.AllowRegistration = false }));
        using var one = new Browser(host);
        using var other = new Browser(host);

        var known = await one.SubmitAsync(await one.OpenAsync("/mailed-code"), ("email", Speaker.Email));
        var unknown = await other.SubmitAsync(await other.OpenAsync("/mailed-code"), ("email", "nobody@example.com"));

        Assert.That(WithoutToken(unknown), Is.EqualTo(WithoutToken(known)));
    }

    [Test]
    public async Task A_code_makes_an_account_where_the_host_lets_it()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host, "vi");

        var asked = await browser.SubmitAsync(await browser.OpenAsync("/mailed-code"), ("email", "new@example.com"));
        var signedIn = await browser.SubmitAsync(asked, ("code", await host.Mails.NextTokenAsync("new@example.com")));

        Assert.That(asked.Body, Does.Contain("Đăng nhập bằng mã"));
        Assert.That(signedIn.Body, Does.Contain("new@example.com"));
    }

    [Test]
    public async Task No_other_site_asks_or_signs_in()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);

        Assert.That((await browser.PostAsync("/mailed-code", ("email", Speaker.Email))).Status, Is.EqualTo(400));
        Assert.That((await browser.PostAsync("/mailed-code", ("code", "123456"))).Status, Is.EqualTo(400));
        Assert.That(host.Mails.HasMore, Is.False);
    }

    [Test]
    public async Task The_cookie_is_kept_from_scripts_and_goes_with_the_sign_in()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);
        var form = Form.Of(await browser.OpenAsync("/mailed-code"));

        var sent = await browser.PostAsync(form.Action, [.. form.Hidden, ("email", Speaker.Email)]);
        var asked = await browser.OpenAsync(sent.Header("Location")!);
        await browser.SubmitAsync(asked, ("code", await host.Mails.NextTokenAsync(Speaker.Email)));

        Assert.That(sent.Header("Set-Cookie"), Does.Contain("authkit-code=").And.Contain("httponly").And.Contain("samesite=lax"));
        Assert.That(browser.Cookies.GetCookies(host.Address)["authkit-code"], Is.Null);
    }

    [Test]
    public async Task Without_the_feature_nothing_of_it_is_there()
    {
        var host = await SharedHost.GetAsync();

        Assert.That((await host.PostJsonAsync("/api/v1/mailed-codes", "{}")).Status, Is.EqualTo(404));
        Assert.That((await host.GetAsync("/mailed-code")).Status, Is.EqualTo(404));
        Assert.That((await host.GetAsync("/signin")).Body, Does.Not.Contain("mailed-code"));
    }

    private static string WithoutToken(Answer page) => string.Join('\n', page.Body.Split('\n').Where(line => !line.Contains("__RequestVerificationToken", StringComparison.Ordinal)));
}
