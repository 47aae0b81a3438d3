using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>Whatever is put into a page stands there as text.</summary>
internal sealed class HostileTextTests
{
    private const string Script = "\"><script>alert('x')</script>";

    private static readonly string[] Addresses =
    [
        "/signin?return_url=" + Uri.EscapeDataString(PageHost.Authorize(("state", Script), ("login_hint", Script), ("scope", "openid"))),
        "/signup?return_url=" + Uri.EscapeDataString(PageHost.Authorize(("state", Script), ("ui_locales", Script))),
        "/signin?ui_locales=" + Uri.EscapeDataString(Script),
        "/signin?return_url=" + Uri.EscapeDataString(Script),
        PageHost.Authorize(("client_id", Script)),
        PageHost.Authorize(("redirect_uri", Script)),
        PageHost.Authorize(("request_uri", Script)),
        "/device?user_code=" + Uri.EscapeDataString(Script),
        "/device?result=" + Uri.EscapeDataString(Script),
        "/logout?state=" + Uri.EscapeDataString(Script) + "&post_logout_redirect_uri=" + Uri.EscapeDataString(Script) + "&id_token_hint=" + Uri.EscapeDataString(Script),
    ];

    [TestCaseSource(nameof(Addresses))]
    public async Task In_an_address(string address)
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);

        AssertHarmless(await browser.OpenAsync(address));
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        AssertHarmless(await browser.OpenAsync(address));
    }

    [Test]
    public async Task In_a_form()
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);
        var signIn = await browser.OpenAsync("/signin");
        var signUp = await browser.OpenAsync("/signup");

        AssertHarmless(await browser.SubmitAsync(signIn, ("identifier", Script), ("password", Script)));
        AssertHarmless(await browser.SubmitAsync(signUp, ("email", Script), ("password", Script), ("username", Script), ("given_name", Script), ("family_name", Script)));
    }

    [Test]
    public async Task In_a_client_s_name()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var signIn = await browser.OpenAsync(PageHost.Authorize(("client_id", "evil"), ("redirect_uri", null), ("state", Script)));

        AssertHarmless(signIn);
        var consent = await browser.SignInAsync(signIn);
        Assert.That(consent.Body, Does.Contain("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; would like access"));
        AssertHarmless(consent);
        var answer = await browser.SubmitAsync(consent, ("decision", "allow"));
        Assert.That(answer.Header("Location"), Does.Not.Contain('<').And.Not.Contain('"'));
    }

    private static void AssertHarmless(Answer page)
    {
        // What is told to a client stands in its address.
        if (page.Status == 303)
            Assert.That(page.Header("Location"), Does.StartWith("https://shop.example/").And.Not.Contain('<').And.Not.Contain('"'));
        else
            Assert.That(page.Body, Does.Contain("</html>"));
        Assert.That(page.Body, Does.Not.Contain("<script").And.Not.Contain("\">alert").And.Not.Contain("alert('"));
    }
}
