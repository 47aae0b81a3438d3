using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Pages;

internal sealed class SignInTests
{
    [Test]
    public async Task A_wrong_password_leads_to_the_page_again_and_then_on()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);

        var again = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize()), "wrong horse 0!");

        Assert.That(again.Status, Is.EqualTo(400));
        Assert.That(again.Body, Does.Contain("role=\"alert\"").And.Contain("is not correct").And.Contain($"value=\"{Speaker.Email}\"").And.Not.Contain("wrong horse"));
        Assert.That((await browser.SignInAsync(again)).Body, Does.Contain("would like access"));
    }

    [Test]
    public async Task A_wrong_password_looks_like_no_account()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var page = await browser.OpenAsync("/signin");

        var wrong = await browser.SubmitAsync(page, ("identifier", Speaker.Email), ("password", "wrong horse 0!"));
        var unknown = await browser.SubmitAsync(page, ("identifier", "bert@example.com"), ("password", "wrong horse 0!"));

        Assert.That(unknown.Status, Is.EqualTo(wrong.Status));
        Assert.That(Comparable(unknown), Is.EqualTo(Comparable(wrong).Replace(Speaker.Email, "bert@example.com", StringComparison.Ordinal)));
    }

    [Test]
    public async Task An_empty_field_is_named()
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);

        var page = await browser.SubmitAsync(await browser.OpenAsync("/signin"), ("identifier", Speaker.Email), ("password", ""));

        Assert.That(page.Status, Is.EqualTo(400));
        Assert.That(page.Body, Does.Contain("aria-invalid=\"true\" aria-describedby=\"password-error\"").And.Contain("<a href=\"#password\">Password</a>: Please fill this in."));
    }

    [Test]
    public async Task A_hint_fills_in_the_name()
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);

        Assert.That((await browser.OpenAsync(PageHost.Authorize(("login_hint", Speaker.Email)))).Body, Does.Contain($"value=\"{Speaker.Email}\""));
    }

    [Test]
    public async Task Where_nothing_waits_the_page_says_who_is_signed_in()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);

        var page = await browser.SignInAsync(await browser.OpenAsync("/signin"));

        Assert.That(page.Body, Does.Contain("You are signed in").And.Contain(Speaker.Email).And.Contain("href=\"/logout\""));
    }

    [Test]
    public async Task Another_account_can_take_the_place_of_the_first()
    {
        await using var host = await PageHost.WithAccountAsync();
        await PageHost.RegisterAsync(host, "bert@example.com");
        using var browser = new Browser(host);
        var consent = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize()));
        var link = System.Text.RegularExpressions.Regex.Match(consent.Body, "<a href=\"([^\"]+)\">Use another account").Groups[1].Value;

        var other = await browser.SubmitAsync(await browser.OpenAsync(System.Net.WebUtility.HtmlDecode(link)), ("identifier", "bert@example.com"), ("password", Speaker.Password));

        Assert.That(other.Body, Does.Contain("would like access").And.Contain("bert@example.com").And.Not.Contain(Speaker.Email));
        Assert.That((await browser.SubmitAsync(consent, ("decision", "allow"))).Body, Does.Contain("has expired"), "What one account was asked another does not answer.");
    }

    [Test]
    public async Task The_cookie_is_the_browser_s_alone_and_ends_with_the_session()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var form = Form.Of(await browser.OpenAsync("/signin"));

        var answer = await browser.PostAsync(form.Action, [.. form.Hidden, ("identifier", Speaker.Email), ("password", Speaker.Password)]);

        Assert.That(answer.Header("Set-Cookie"), Does.StartWith("authkit=").And.EndWith("path=/; samesite=lax; httponly"));
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("You are signed in"));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("current-password"));
    }

    // The token differs from page to page.
    private static string Comparable(Answer page) => page.Body.Replace(Form.Of(page)["__RequestVerificationToken"], "", StringComparison.Ordinal);
}
