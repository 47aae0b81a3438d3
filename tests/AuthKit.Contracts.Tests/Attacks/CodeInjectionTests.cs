using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9700 §4.5 and RFC 6749 §4.1.3: a code is worth something to the client that it was made for, with the address that the request named.</summary>
internal sealed class CodeInjectionTests
{
    [Test]
    public async Task Another_clients_code_is_none_and_stays_good()
    {
        await using var host = await TestHost.StartAsync();
        var code = await CodeAsync(host, Authorizing.RequestOf(OAuthClients.Shop));

        (await RedeemAsync(host, OAuthClients.Mall, code, OAuthClients.Shop.RedirectUri)).AssertRefused(400, "invalid_grant");
        (await RedeemAsync(host, OAuthClients.Mall, code, OAuthClients.Mall.RedirectUri)).AssertRefused(400, "invalid_grant");

        Assert.That((await RedeemAsync(host, OAuthClients.Shop, code, OAuthClients.Shop.RedirectUri)).Status, Is.EqualTo(200));
    }

    [TestCase(null)]
    [TestCase("https://shop.example/callback/")]
    [TestCase("https://shop.example/other")]
    [TestCase("https://mall.example/callback")]
    public async Task The_address_has_to_be_the_requests_own(string? redirectUri)
    {
        await using var host = await TestHost.StartAsync();
        var code = await CodeAsync(host, Authorizing.RequestOf(OAuthClients.Shop));

        (await RedeemAsync(host, OAuthClients.Shop, code, redirectUri)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task Of_two_registered_addresses_it_is_the_one_that_the_request_named()
    {
        await using var host = await TestHost.StartAsync();
        var code = await CodeAsync(host, Authorizing.RequestOf(OAuthClients.App) with { RedirectUri = "http://[::1]:5000/callback" });

        (await OAuthSpeaker.RedeemAsync(host, OAuthClients.App, code)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task Where_the_request_named_none_the_exchange_may_name_none()
    {
        await using var host = await TestHost.StartAsync();
        var code = await CodeAsync(host, Authorizing.RequestOf(OAuthClients.Shop) with { RedirectUri = null });

        (await RedeemAsync(host, OAuthClients.Shop, code, "https://evil.example/")).AssertRefused(400, "invalid_grant");
        Assert.That((await RedeemAsync(host, OAuthClients.Shop, code, null)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_code_whose_secret_is_guessed_at_costs_its_owner_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var code = await CodeAsync(host, Authorizing.RequestOf(OAuthClients.Shop));
        var guessed = $"{code.Split('.')[0]}.{new string('A', 43)}";

        (await RedeemAsync(host, OAuthClients.Shop, guessed, OAuthClients.Shop.RedirectUri)).AssertRefused(400, "invalid_grant");

        Assert.That((await RedeemAsync(host, OAuthClients.Shop, code, OAuthClients.Shop.RedirectUri)).Status, Is.EqualTo(200));
    }

    private static async Task<string> CodeAsync(TestHost host, AuthorizationParameters request)
    {
        await new OAuthSpeaker().RegisterAsync(host);
        return await new Authorizing(host).CodeAsync(request);
    }

    private static Task<Answer> RedeemAsync(TestHost host, OAuthClient client, string code, string? redirectUri) =>
        OAuthSpeaker.TokenAsync(host, client, "authorization_code", [("code", code), .. redirectUri is null ? Array.Empty<(string, string)>() : [("redirect_uri", redirectUri)]]);
}
