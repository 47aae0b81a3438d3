namespace AuthKit.Contracts.Tests.Pages;

/// <summary>What a request may want shown (OpenID Connect Core 1.0 §3.1.2.1): one sign-in, made for it, is enough for it, and for no other.</summary>
internal sealed class PromptTests
{
    [TestCase("prompt", "login")]
    [TestCase("max_age", "0")]
    public async Task A_sign_in_is_wanted_once(string parameter, string value)
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        var request = PageHost.Authorize(("client_id", "own"), (parameter, value));

        var page = await browser.OpenAsync(request);
        Assert.That(page.Body, Does.Contain("current-password"));
        Assert.That(PageHost.ToClient(await browser.SignInAsync(page)), Does.ContainKey("code"));

        Assert.That((await browser.OpenAsync(request)).Body, Does.Contain("current-password"), "The same request once more is another request.");
    }

    [Test]
    public async Task A_sign_in_for_one_request_is_none_for_another()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("prompt", "login"))));

        Assert.That((await browser.OpenAsync(PageHost.Authorize(("prompt", "login"), ("state", "other")))).Body, Does.Contain("current-password"));
    }

    [Test]
    public async Task Consent_comes_between_sign_in_and_answer()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);

        var consent = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("prompt", "login consent"))));

        Assert.That(PageHost.ToClient(await browser.SubmitAsync(consent, ("decision", "allow"))), Does.ContainKey("code"));
    }

    [Test]
    public async Task A_pushed_request_wants_a_sign_in_once_and_is_answered_once()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        var request = await PageHost.PushAsync(host, new() { ClientId = "own", ResponseType = "code", RedirectUri = PageHost.Redirect, Prompt = "login", CodeChallenge = PageHost.Challenge, CodeChallengeMethod = "S256" });

        var page = await browser.OpenAsync(request);
        Assert.That(page.Body, Does.Contain("current-password").And.Contain("to continue to Our own"));
        var code = PageHost.ToClient(await browser.SignInAsync(page))["code"];

        Assert.That(PageHost.ToClient(await browser.OpenAsync(request))["code"], Is.EqualTo(code), "loaded anew");
        using var other = new Browser(host);
        await other.SignInAsync(await other.OpenAsync("/signin"));
        Assert.That((await other.OpenAsync(request)).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Enough_time_wants_another_sign_in()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        var request = PageHost.Authorize(("client_id", "own"), ("max_age", "600"));
        Assert.That(PageHost.ToClient(await browser.OpenAsync(request)), Does.ContainKey("code"));

        host.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.That((await browser.OpenAsync(request)).Body, Does.Contain("current-password"));
    }

    [Test]
    public async Task No_page_is_shown_where_none_may_be()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));

        Assert.That(PageHost.ToClient(await browser.AskAsync(PageHost.Authorize(("prompt", "none"))))["error"], Is.EqualTo("consent_required"));
        Assert.That(PageHost.ToClient(await browser.AskAsync(PageHost.Authorize(("prompt", "none"), ("client_id", "own")))), Does.ContainKey("code"));
    }

    [Test]
    public async Task Another_user_than_the_client_means_has_to_sign_in_and_is_refused_if_they_do()
    {
        await using var host = await PageHost.WithAccountAsync();
        await PageHost.RegisterAsync(host, "bert@example.com");
        using var berts = new Browser(host);
        var ofBert = await PageHost.IdTokenAsync(host, berts, "bert@example.com");
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        var request = PageHost.Authorize(("client_id", "own"), ("id_token_hint", ofBert));

        var told = PageHost.ToClient(await browser.AskAsync(request + "&prompt=none"));
        var page = await browser.OpenAsync(request);
        var toldThen = PageHost.ToClient(await browser.SignInAsync(page));

        Assert.That(told["error"], Is.EqualTo("login_required"));
        Assert.That(page.Body, Does.Contain("current-password"));
        Assert.That(toldThen["error"], Is.EqualTo("login_required"));
        Assert.That(PageHost.ToClient(await berts.OpenAsync(request)), Does.ContainKey("code"));
    }
}
