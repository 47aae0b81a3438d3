using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 6749 §3.1 and §3.2: a parameter that comes twice is refused, because two readers could read two things.</summary>
internal sealed class DuplicatedParameterTests
{
    [TestCase("grant_type", "refresh_token")]
    [TestCase("client_id", "shop")]
    [TestCase("CLIENT_ID", "shop")]
    [TestCase("client_secret", "shop-secret")]
    [TestCase("code", "another")]
    [TestCase("redirect_uri", "https://shop.example/callback")]
    [TestCase("unknown", "a")]
    public async Task At_the_token_endpoint(string field, string value)
    {
        var host = await SharedHost.GetAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(OAuthClients.Shop);

        (await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code, ("unknown", "b"), (field, value))).AssertRefused(400, "invalid_request");

        Assert.That((await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task In_an_authorization_request_which_is_told_to_nobody_where_it_is_the_address()
    {
        var host = await SharedHost.GetAsync();
        var twice = Authorizing.RequestOf(OAuthClients.Shop) with { HasDuplicates = true };

        Assert.That((await new Authorizing(host).AskAsync(twice with { RedirectUri = null }, browser: null)).Failure?.Fault, Is.EqualTo(Fault.Malformed));
        Assert.That((await new Authorizing(host).AskAsync(twice with { ClientId = null }, browser: null)).Failure?.Fault, Is.EqualTo(Fault.Malformed));
        Assert.That(((await new Authorizing(host).AskAsync(twice, browser: null)).Value as AuthorizationRefused)?.Failure.Fault, Is.EqualTo(Fault.Malformed));
    }

    [Test]
    public async Task A_token_in_two_places()
    {
        var host = await SharedHost.GetAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("access_token", tokens.Access)]);

        Assert.That((await host.SendAsync(HttpMethod.Post, "/userinfo", form, Requests.Bearer(tokens.Access))).Member("error"), Is.EqualTo("invalid_request"));
    }

    [Test]
    public async Task A_token_in_an_address_is_not_looked_at()
    {
        var host = await SharedHost.GetAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        Assert.That((await host.GetAsync($"/userinfo?access_token={tokens.Access}")).Status, Is.EqualTo(401));
        Assert.That((await host.PostFormAsync($"/token?client_id=shop&client_secret=shop-secret", ("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh!))).Status, Is.EqualTo(401));
    }
}
