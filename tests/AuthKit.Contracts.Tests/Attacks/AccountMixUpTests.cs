using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>OpenID Connect Core 1.0 §3.1.2.1, RFC 9700 §4.7: several accounts in one browser are never taken for one another, and no browser takes one that it has not signed in to.</summary>
internal sealed class AccountMixUpTests
{
    private const string Bert = "bert@example.com";
    private const string Token = "__RequestVerificationToken";

    [Test]
    public async Task No_session_is_chosen_that_the_browser_does_not_hold()
    {
        await using var host = await AccountTests.WithTwoAsync();
        using var victim = await AccountTests.SignedInAsync(host, Bert);
        using var attacker = await AccountTests.SignedInAsync(host, Speaker.Email);
        var ofBert = AccountTests.Accounts(await victim.OpenAsync("/select-account"))[Bert];
        var form = Form.Of(await attacker.OpenAsync("/select-account"));

        foreach (var account in new[] { ofBert, Guid.NewGuid().ToString(), "", "0" })
            Assert.That((await attacker.PostAsync("/select-account", [.. form.Hidden, ("account", account)])).Status, Is.EqualTo(400), account);
        Assert.That((await attacker.OpenAsync("/signin")).Body, Does.Contain($"Signed in as {Speaker.Email}"));
    }

    [Test]
    public async Task No_other_site_chooses_an_account()
    {
        await using var host = await AccountTests.WithTwoAsync();
        using var browser = await AccountTests.SignedInAsync(host, Speaker.Email, Bert);
        using var attacker = await AccountTests.SignedInAsync(host, Speaker.Email);
        var ofAnna = AccountTests.Accounts(await browser.OpenAsync("/select-account"))[Speaker.Email];
        var foreign = Form.Of(await attacker.OpenAsync("/select-account"))[Token];

        Assert.That((await browser.PostAsync("/select-account", ("account", ofAnna))).Status, Is.EqualTo(400));
        Assert.That((await browser.PostAsync("/select-account", ("account", ofAnna), (Token, foreign))).Status, Is.EqualTo(400));
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain($"Signed in as {Bert}"));
    }

    [Test]
    public async Task What_one_account_was_asked_another_does_not_allow()
    {
        await using var host = await AccountTests.WithTwoAsync();
        using var browser = await AccountTests.SignedInAsync(host, Speaker.Email, Bert);
        var forBert = Form.Of(await browser.OpenAsync(PageHost.Authorize()));

        await AccountTests.ChooseAsync(browser, await browser.OpenAsync("/select-account"), Speaker.Email);
        var answer = await browser.PostAsync("/consent", [.. forBert.Hidden, ("decision", "allow")]);

        Assert.That((answer.Status, answer.Header("Location")), Is.EqualTo((400, (string?)null)));
        Assert.That((await browser.OpenAsync(PageHost.Authorize())).Body, Does.Contain("would like access").And.Contain($"Signed in as {Speaker.Email}"));
    }

    [Test]
    public async Task What_was_allowed_for_one_account_is_not_given_for_the_one_that_the_client_means()
    {
        await using var host = await AccountTests.WithTwoAsync();
        using var browser = await AccountTests.SignedInAsync(host, Speaker.Email, Bert);
        // Bert is asked; the address is then made to mean Anna, with Bert's form.
        var forBert = Form.Of(await browser.OpenAsync(PageHost.Authorize()));

        var answer = await browser.PostAsync("/consent", [.. forBert.Without("return_url"), ("return_url", PageHost.Authorize(("login_hint", Speaker.Email))), ("decision", "allow")]);

        Assert.That(answer.Header("Location"), Is.Null);
        Assert.That(answer.Body, Does.Contain("would like access").And.Contain($"Signed in as {Speaker.Email}"));
    }

    [Test]
    public async Task A_choice_for_one_request_is_none_for_another()
    {
        await using var host = await AccountTests.WithTwoAsync();
        using var browser = await AccountTests.SignedInAsync(host, Speaker.Email, Bert);
        var page = await browser.OpenAsync(PageHost.Authorize(("prompt", "select_account consent")));
        await AccountTests.ChooseAsync(browser, page, Speaker.Email);

        var other = await browser.OpenAsync(PageHost.Authorize(("prompt", "select_account consent"), ("state", "other")));

        Assert.That(other.Body, Does.Contain("Choose an account"));
    }

    [Test]
    public async Task A_session_that_makes_room_or_is_replaced_ends()
    {
        await using var host = await AccountTests.WithTwoAsync(new() { Options = options => options.OAuth.MaxAccountsPerBrowser = 1 });
        using var browser = await AccountTests.SignedInAsync(host, Speaker.Email);
        using var thief = new Browser(host);
        foreach (System.Net.Cookie cookie in browser.Cookies.GetAllCookies())
            thief.Cookies.Add(host.Address, new System.Net.Cookie(cookie.Name, cookie.Value));

        Assert.That((await thief.OpenAsync("/signin")).Body, Does.Contain("You are signed in"));
        await browser.SubmitAsync(await browser.OpenAsync("/signin?return_url=%2Fselect-account"), ("identifier", Bert), ("password", Speaker.Password));

        Assert.That((await thief.OpenAsync("/signin")).Body, Does.Contain("current-password"));
    }

    [TestCase("https://evil.example/")]
    [TestCase("//evil.example/select-account")]
    [TestCase("/select-account.evil.example")]
    public async Task No_choice_leads_elsewhere(string address)
    {
        await using var host = await AccountTests.WithTwoAsync();
        using var browser = await AccountTests.SignedInAsync(host, Speaker.Email);
        var page = await browser.OpenAsync("/select-account");

        var answer = await browser.PostAsync("/select-account", [.. Form.Of(page).Without("return_url"), ("account", AccountTests.Accounts(page)[Speaker.Email]), ("return_url", address)]);

        Assert.That((answer.Status, answer.Header("Location")), Is.EqualTo((400, (string?)null)));
    }
}
