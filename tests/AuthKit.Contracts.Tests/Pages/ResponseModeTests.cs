using System.Net;
using System.Security.Cryptography;
using System.Text;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>OAuth 2.0 Form Post Response Mode, and Multiple Response Type Encoding Practices §2.1: how a client is told.</summary>
internal sealed class ResponseModeTests
{
    [Test]
    public async Task By_a_form_that_leads_to_the_client_and_nowhere_else()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var consent = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("response_mode", "form_post"))));

        var page = await browser.SubmitAsync(consent, ("decision", "allow"));

        AssertForm(page, PageHost.Redirect);
        var fields = Form.Of(page).Hidden.ToDictionary(field => field.Name, field => field.Value);
        Assert.That(fields.Keys, Is.EquivalentTo(new[] { "code", "state", "iss" }));
        Assert.That((fields["state"], fields["iss"]), Is.EqualTo(("a state & more", TestHost.Issuer)));
    }

    [TestCase("prompt", "none", "login_required")]
    [TestCase("scope", "secrets", "invalid_scope")]
    public async Task An_error_too(string parameter, string value, string error)
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);

        var page = await browser.AskAsync(PageHost.Authorize(("client_id", "own"), ("response_mode", "form_post"), (parameter, value)));

        AssertForm(page, PageHost.Redirect);
        Assert.That(Form.Of(page)["error"], Is.EqualTo(error));
    }

    [Test]
    public async Task By_the_fragment()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);

        var told = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("response_mode", "fragment"))));

        Assert.That((told.Status, new Uri(told.Header("Location")!).Query), Is.EqualTo((303, "")));
        var fragment = QueryHelpers.ParseQuery(new Uri(told.Header("Location")!).Fragment[1..]);
        Assert.That(fragment.Keys, Is.EquivalentTo(new[] { "code", "state", "iss" }));
        Assert.That(fragment["state"].ToString(), Is.EqualTo("a state & more"));
    }

    [TestCase("web_message")]
    [TestCase("query.jws")]
    [TestCase("FORM_POST")]
    public async Task A_mode_that_there_is_not_is_told_by_the_query(string mode)
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);

        Assert.That(PageHost.ToClient(await browser.AskAsync(PageHost.Authorize(("client_id", "own"), ("response_mode", mode))))["error"], Is.EqualTo("invalid_request"));
    }

    [TestCase("form_post")]
    [TestCase("fragment")]
    public async Task A_pushed_request_is_answered_as_it_asked(string mode)
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var pushed = await PageHost.PushAsync(host, Request with { ResponseMode = mode });

        var told = await browser.SignInAsync(await browser.OpenAsync(pushed));

        if (mode == "fragment")
            Assert.That(told.Header("Location"), Does.StartWith($"{PageHost.Redirect}#code="));
        else
            AssertForm(told, PageHost.Redirect);
    }

    [Test]
    public async Task The_form_of_an_address_with_a_query_keeps_it_and_the_policy_goes_without()
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);

        var page = await browser.AskAsync(PageHost.Authorize(("client_id", "evil"), ("redirect_uri", null), ("response_mode", "form_post"), ("prompt", "none")));

        Assert.That(Form.Of(page).Action, Is.EqualTo($"{PageHost.Redirect}?a=b"));
        Assert.That(page.Header("Content-Security-Policy"), Does.Contain($"form-action {PageHost.Redirect};"));
    }

    [Test]
    public async Task Discovery_lists_the_modes()
    {
        var host = await SharedHost.GetAsync();

        var modes = (await host.GetAsync("/.well-known/openid-configuration")).Json.GetProperty("response_modes_supported").EnumerateArray().Select(mode => mode.GetString());

        Assert.That(modes, Is.EqualTo(new[] { "query", "fragment", "form_post", "query.jwt", "fragment.jwt", "form_post.jwt", "jwt" }));
    }

    private static AuthorizationParameters Request { get; } = new()
    {
        ClientId = "own",
        ResponseType = "code",
        RedirectUri = PageHost.Redirect,
        Scope = "openid",
        CodeChallenge = PageHost.Challenge,
        CodeChallengeMethod = "S256",
    };

    private static void AssertForm(Answer page, string redirectUri)
    {
        Assert.That(page.Status, Is.EqualTo(200), page.Body);
        Assert.That(Form.Of(page).Action, Is.EqualTo(redirectUri));
        Assert.That(page.Body, Does.Contain("<button>"));
        var script = page.Body.Split("<script>")[1].Split("</script>")[0];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(WebUtility.HtmlDecode(script))));
        Assert.That(page.Header("Content-Security-Policy"), Does.StartWith("default-src 'none';")
            .And.Contain($"form-action {redirectUri}; script-src 'sha256-{hash}';").And.Not.Contain("unsafe").And.Contain("frame-ancestors 'none'"));
        Assert.That(page.Header("Cache-Control"), Is.EqualTo("no-store"));
    }
}
