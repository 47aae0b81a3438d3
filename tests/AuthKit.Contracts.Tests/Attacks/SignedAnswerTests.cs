using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 8725 §2.8: a signed answer to an authorization request is no other token, whatever its client had it say.</summary>
internal sealed class SignedAnswerTests
{
    [Test]
    public async Task It_passes_for_no_token()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var answer = PageHost.ToClient(await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("response_mode", "jwt")))))["response"]!;

        (await OAuthSpeaker.UserInfoAsync(host, answer)).AssertRefused(401, "invalid_token");
        Assert.That((await host.MeAsync(answer)).Status, Is.EqualTo(401));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, answer)).Member("active"), Is.EqualTo("False"));
        (await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, answer)).AssertRefused(400, "invalid_grant");
        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, answer)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task It_hints_at_nobody()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var answer = PageHost.ToClient(await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("response_mode", "jwt")))))["response"]!;

        Assert.That(PageHost.ToClient(await browser.AskAsync(PageHost.Authorize(("client_id", "own"), ("prompt", "none"), ("id_token_hint", answer))))["error"], Is.EqualTo("login_required"));
        Assert.That((await browser.OpenAsync($"/logout?id_token_hint={answer}")).Body, Does.Contain("Do you want to sign out?"));
        Assert.That(PageHost.ToClient(await browser.AskAsync(PageHost.Authorize(("client_id", "own"), ("prompt", "none")))), Does.ContainKey("code"), "nobody was signed out");
    }

    [TestCase("id_token")]
    [TestCase("code id_token")]
    public async Task An_id_token_stands_in_no_query_signed_around_or_not(string type)
    {
        var hybrid = new OAuthClient("hybrid", "hybrid-secret", "https://hybrid.example/callback");
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Clients.Add(hybrid.Listed(client => client.ResponseTypes.Add(type))) });

        var step = (await new Authorizing(host).AskAsync(Authorizing.RequestOf(hybrid, "openid") with { ResponseType = type, Nonce = "n", ResponseMode = "query.jwt" }, browser: null)).Value;

        Assert.That((step as AuthorizationRefused)?.ResponseMode, Is.EqualTo("fragment"));
    }
}
