using Microsoft.AspNetCore.WebUtilities;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>Sign-out, by the user or by a client (OpenID Connect RP-Initiated Logout 1.0).</summary>
internal sealed class LogoutTests
{
    [Test]
    public async Task The_user_is_asked_first()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));

        var ask = await browser.OpenAsync("/logout");
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("You are signed in"));
        var done = await browser.SubmitAsync(ask);

        Assert.That(done.Body, Does.Contain("You are signed out").And.Contain("<a href=\"/signin\">Sign in</a>"));
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("current-password"));
    }

    [Test]
    public async Task A_client_that_knows_the_user_signs_them_out_and_takes_them_back()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var idToken = await PageHost.IdTokenAsync(host, browser);

        var answer = await browser.AskAsync(Logout(("id_token_hint", idToken), ("post_logout_redirect_uri", PageHost.SignedOut), ("state", "a & b")));

        Assert.That((answer.Status, answer.Header("Location")), Is.EqualTo((303, PageHost.SignedOut + "?state=a%20%26%20b")));
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("current-password"));
    }

    [Test]
    public async Task Signing_out_has_the_browser_forget_what_it_was_shown()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var idToken = await PageHost.IdTokenAsync(host, browser);

        var answer = await browser.AskAsync(Logout(("id_token_hint", idToken), ("post_logout_redirect_uri", PageHost.SignedOut)));

        Assert.That(answer.Header("Clear-Site-Data"), Is.EqualTo("\"cache\""));
        Assert.That(answer.Header("Set-Cookie"), Does.StartWith("authkit=; expires=Thu, 01 Jan 1970"));
    }

    [Test]
    public async Task A_client_may_post()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var idToken = await PageHost.IdTokenAsync(host, browser);

        var answer = await browser.PostAsync("/logout", ("id_token_hint", idToken), ("post_logout_redirect_uri", PageHost.SignedOut));

        Assert.That(answer.Status, Is.EqualTo(303));
        Assert.That((await browser.OpenAsync(answer.Header("Location")!)).Header("Location"), Is.EqualTo(PageHost.SignedOut));
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("current-password"));
    }

    [Test]
    public async Task A_client_that_only_names_itself_has_the_user_asked()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));

        var ask = await browser.OpenAsync(Logout(("client_id", "store"), ("post_logout_redirect_uri", PageHost.SignedOut), ("state", "x")));

        Assert.That(ask.Body, Does.Contain("Do you want to sign out?"));
        Assert.That((await browser.SubmitAsync(ask)).Header("Location"), Is.EqualTo(PageHost.SignedOut + "?state=x"));
    }

    [TestCase("https://evil.example/")]
    [TestCase("//evil.example/")]
    [TestCase(PageHost.SignedOut + "/more")]
    public async Task An_address_that_is_not_registered_is_not_gone_to(string address)
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var idToken = await PageHost.IdTokenAsync(host, browser);

        var answer = await browser.AskAsync(Logout(("id_token_hint", idToken), ("post_logout_redirect_uri", address)));

        Assert.That((answer.Status, answer.Header("Location")), Is.EqualTo((200, (string?)null)));
        Assert.That(answer.Body, Does.Contain("You are signed out").And.Not.Contain("evil"));
    }

    [Test]
    public async Task A_token_of_another_client_than_the_one_named_is_refused()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var idToken = await PageHost.IdTokenAsync(host, browser);

        var answer = await browser.AskAsync(Logout(("id_token_hint", idToken), ("client_id", "store")));

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("You are signed in"));
    }

    private static string Logout(params (string Name, string Value)[] parameters) =>
        QueryHelpers.AddQueryString("/logout", parameters.ToDictionary(parameter => parameter.Name, parameter => (string?)parameter.Value));
}
