using System.Security.Claims;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9700 §4.15, ASVS 5.0 V10.3.3: a client that speaks for itself passes for nobody's account.</summary>
internal sealed class ClientAsOwnerTests
{
    [Test]
    public async Task No_client_is_called_like_an_account()
    {
        await using var host = await TestHost.StartAsync();
        var victim = new Forgery((await OAuthTokens.ObtainAsync(host, OAuthClients.Shop)).Access).Payload["sub"]!.GetValue<string>();

        foreach (var id in new[] { victim, victim.ToUpperInvariant(), Guid.Parse(victim).ToString("N"), Guid.Parse(victim).ToString("B") })
        {
            var answer = await host.SendAsync(HttpMethod.Post, "/register_client", Form(id), Requests.Bearer(OAuthClients.InitialAccessToken));
            answer.AssertRefused(400, "invalid_request", id);
        }
    }

    [Test]
    public async Task No_client_is_called_like_a_contract_whose_sessions_would_be_its_own()
    {
        await using var host = await TestHost.StartAsync();

        foreach (var contract in new[] { "oauth", "laravel", "message-code", "tenant", "connect" })
        {
            var answer = await host.SendAsync(HttpMethod.Post, "/register_client", Form(contract), Requests.Bearer(OAuthClients.InitialAccessToken));
            answer.AssertRefused(400, "invalid_request", contract);
        }
    }

    [Test]
    public async Task A_clients_own_token_says_that_it_is_the_client_who_calls()
    {
        await using var host = await TestHost.StartAsync(new() { Map = app => app.MapGet("/who", (ClaimsPrincipal user) => user.FindFirstValue("sub")).RequireAuthorization(policy => policy.RequireScope(OAuthClients.Read)) });

        var token = await TokenAsync(host);

        var claims = new Forgery(token).Payload;
        Assert.That((claims["sub"]!.GetValue<string>(), claims["client_id"]!.GetValue<string>()), Is.EqualTo(("robot", "robot")));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, token)).Member("sub"), Is.EqualTo("robot"));
        Assert.That((await host.GetAsync("/who", Requests.Bearer(token))).Body, Is.EqualTo("robot"));
    }

    [Test]
    public async Task It_opens_nobodys_account()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var token = await TokenAsync(host);

        (await OAuthSpeaker.UserInfoAsync(host, token)).AssertRefused(403, "insufficient_scope");
        (await host.SendAsync(HttpMethod.Post, "/api", null, Requests.Bearer(token))).AssertRefused(403, "insufficient_scope");
        Assert.That((await MessageCodeSpeaker.GetUserAsync(host, token, Speaker.Email)).Status, Is.InRange(400, 499));
        Assert.That((await MessageCodeSpeaker.ValidateAsync(host, token)).Status, Is.InRange(400, 499));
        Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, token, Speaker.Password, "another horse 8!")).Status, Is.InRange(400, 499));
    }

    [Test]
    public async Task A_client_that_registered_itself_speaks_for_itself_too()
    {
        await using var host = await TestHost.StartAsync();
        var registered = await host.PostJsonAsync("/register", """{"grant_types":["client_credentials"],"scope":"orders.read"}""", Requests.Bearer(OAuthClients.InitialAccessToken));
        Assert.That(registered.Status, Is.EqualTo(201), registered.Body);
        var client = new OAuthClient(registered.Member("client_id")!, registered.Member("client_secret"), "");

        var tokens = OAuthTokens.Of(await OAuthSpeaker.TokenAsync(host, client, "client_credentials"));

        Assert.That(tokens.Scope, Is.EqualTo("orders.read"));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, client, tokens.Access)).Member("active"), Is.EqualTo("True"));
    }

    [TestCase("orders.delete")]
    [TestCase("openid")]
    [TestCase("offline_access")]
    public async Task It_gets_no_scope_that_is_not_its_own(string scope)
    {
        await using var host = await TestHost.StartAsync();

        (await OAuthSpeaker.TokenAsync(host, OAuthClients.Robot, "client_credentials", ("scope", scope))).AssertRefused(400, "invalid_scope");
        Assert.That(OAuthTokens.Of(await OAuthSpeaker.TokenAsync(host, OAuthClients.Robot, "client_credentials", ("scope", $"{scope} orders.read"))).Scope, Is.EqualTo("orders.read"));
    }

    private static async Task<string> TokenAsync(TestHost host)
    {
        var tokens = OAuthTokens.Of(await OAuthSpeaker.TokenAsync(host, OAuthClients.Robot, "client_credentials"));
        Assert.That((tokens.Refresh, tokens.Id, tokens.Scope), Is.EqualTo(((string?)null, (string?)null, "orders.read orders.write")));
        return tokens.Access;
    }

    private static FormUrlEncodedContent Form(string id) => new(new Dictionary<string, string>
    {
        ["client_id"] = id,
        ["client_secret"] = "a secret of its own",
        ["redirect_uri"] = "https://client.example/callback",
    });
}
