using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>From an authorization request to what the client is told.</summary>
internal sealed class AuthorizationTests
{
    [Test]
    public async Task Sign_in_and_consent_lead_back_to_the_client_with_a_code()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);

        var signIn = await browser.OpenAsync(PageHost.Authorize());
        Assert.That(signIn.Status, Is.EqualTo(200));
        Assert.That(signIn.Body, Does.Contain("to continue to The Shop"));
        var consent = await browser.SignInAsync(signIn);
        Assert.That(consent.Body, Does.Contain("The Shop would like access").And.Contain(Speaker.Email).And.Contain("Read your &lt;notes&gt;").And.Contain("shop.example"));
        var told = PageHost.ToClient(await browser.SubmitAsync(consent, ("decision", "allow")));

        Assert.That(told["code"], Is.Not.Empty);
        Assert.That((told["state"], told["iss"]), Is.EqualTo(("a state & more", TestHost.Issuer)));
    }

    [TestCase("openid email", "This access ends after 15 min.")]
    [TestCase("openid offline_access", "This access ends on {date} at the latest")]
    public async Task Consent_says_for_how_long_and_has_a_way_to_sign_out(string scope, string sentence)
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);

        var consent = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("scope", scope))));

        var end = (host.Clock.GetUtcNow() + TimeSpan.FromDays(180)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(consent.Body, Does.Contain(sentence.Replace("{date}", end, StringComparison.Ordinal)).And.Contain("href=\"/logout\""));
    }

    [Test]
    public async Task Consent_is_asked_for_once()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await AllowAsync(browser);

        Assert.That(PageHost.ToClient(await browser.OpenAsync(PageHost.Authorize())), Does.ContainKey("code"));
        Assert.That((await browser.OpenAsync(PageHost.Authorize(("prompt", "consent")))).Body, Does.Contain("would like access"));
        Assert.That((await browser.OpenAsync(PageHost.Authorize(("scope", "openid profile")))).Body, Does.Contain("See your profile"));
    }

    [Test]
    public async Task Denial_is_told_to_the_client_and_not_remembered()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var consent = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize()));

        var told = PageHost.ToClient(await browser.SubmitAsync(consent, ("decision", "deny")));

        Assert.That((told["error"], told["state"], told["iss"]), Is.EqualTo(("access_denied", "a state & more", TestHost.Issuer)));
        Assert.That((await browser.OpenAsync(PageHost.Authorize())).Body, Does.Contain("would like access"));
    }

    [Test]
    public async Task The_host_s_own_client_asks_for_no_consent()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);

        var answer = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("client_id", "own"))));

        Assert.That(PageHost.ToClient(answer), Does.ContainKey("code"));
    }

    [Test]
    public async Task An_address_that_has_a_query_keeps_it()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var consent = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("client_id", "evil"), ("redirect_uri", null))));

        var answer = await browser.SubmitAsync(consent, ("decision", "allow"));

        Assert.That(answer.Header("Location"), Does.StartWith(PageHost.Redirect + "?a=b&code="));
    }

    [TestCase("client_id", "nobody", "not known")]
    [TestCase("client_id", null, "not valid")]
    [TestCase("redirect_uri", "https://evil.example/callback", "has not registered")]
    [TestCase("request_uri", "urn:ietf:params:oauth:request_uri:nothing", "expired")]
    public async Task Where_it_is_not_known_whom_to_tell_the_user_is_told(string parameter, string? value, string sentence)
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);

        var page = await browser.AskAsync(PageHost.Authorize((parameter, value)));

        Assert.That((page.Status, page.Header("Location")), Is.EqualTo((400, (string?)null)));
        Assert.That(page.Body, Does.Contain(sentence));
    }

    [TestCase("response_type", "token", "unsupported_response_type")]
    [TestCase("response_type", "", "invalid_request")]
    [TestCase("code_challenge", null, "invalid_request")]
    [TestCase("code_challenge_method", "plain", "invalid_request")]
    [TestCase("scope", "secrets", "invalid_scope")]
    [TestCase("request", "a.b.c", "request_not_supported")]
    [TestCase("max_age", "-1", "invalid_request")]
    [TestCase("prompt", "none login", "invalid_request")]
    [TestCase("prompt", "none", "login_required")]
    public async Task Where_it_is_known_the_client_is_told(string parameter, string? value, string error)
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);

        var told = PageHost.ToClient(await browser.AskAsync(PageHost.Authorize(("client_id", "own"), (parameter, value))));

        Assert.That((told["error"], told["state"], told["iss"]), Is.EqualTo((error, "a state & more", TestHost.Issuer)));
    }

    [TestCase("query")]
    [TestCase("form_post")]
    public async Task Somebody_elses_client_gets_nobody_who_has_not_signed_in_by_a_request_that_is_not_in_order(string mode)
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var request = PageHost.Authorize(("response_type", "wrong"), ("response_mode", mode));

        var page = await browser.AskAsync(request);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        var known = await browser.AskAsync(request);

        Assert.That((page.Status, page.Header("Location")), Is.EqualTo((400, (string?)null)));
        Assert.That(page.Body, Does.Contain("unsupported_response_type").And.Contain(PageHost.Redirect).And.Not.Contain("<script"));
        if (mode == "query")
            Assert.That(PageHost.ToClient(known)["error"], Is.EqualTo("unsupported_response_type"));
        else
            Assert.That((Form.Of(page).Action, Form.Of(page)["error"], Form.Of(known)["error"]), Is.EqualTo((PageHost.Redirect, "unsupported_response_type", "unsupported_response_type")));
    }

    [Test]
    public async Task A_parameter_sent_twice_is_no_parameter()
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);

        var told = PageHost.ToClient(await browser.AskAsync(PageHost.Authorize(("client_id", "own")) + "&scope=openid"));
        var page = await browser.AskAsync(PageHost.Authorize() + "&client_id=own");

        Assert.That(told["error"], Is.EqualTo("invalid_request"));
        Assert.That(page.Status, Is.EqualTo(400));
    }

    [Test]
    public async Task A_request_may_be_posted()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await AllowAsync(browser);
        var query = new Uri(host.Address, PageHost.Authorize()).Query;
        var fields = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).Select(parameter => (parameter.Key, parameter.Value.ToString()));

        var answer = await browser.PostAsync("/authorize", fields);

        Assert.That(answer.Status, Is.EqualTo(303));
        Assert.That(PageHost.ToClient(await browser.OpenAsync(answer.Header("Location")!)), Does.ContainKey("code"));
    }

    private static async Task AllowAsync(Browser browser)
    {
        var consent = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize()));
        Assert.That(PageHost.ToClient(await browser.SubmitAsync(consent, ("decision", "allow"))), Does.ContainKey("code"));
    }
}
