using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>Somebody else's client gets into no endpoint of the host's that does not ask for a scope (RFC 9700 §2.3).</summary>
internal sealed class ThirdPartyTokenTests
{
    private static readonly HostPlan Plan = new()
    {
        Services = services => services.AddAuthorizationBuilder()
            .AddPolicy("named", policy => policy.RequireAuthenticatedUser())
            .AddPolicy("orders", policy => policy.RequireScope(OAuthClients.Read))
            .AddPolicy("mail", policy => policy.RequireScope("email")),
        Map = app =>
        {
            app.MapGet("/plain", () => "in").RequireAuthorization();
            app.MapGet("/attribute", [Authorize] () => "in");
            app.MapGet("/named", () => "in").RequireAuthorization("named");
            app.MapGet("/claim", () => "in").RequireAuthorization(policy => policy.RequireClaim("sub"));
            app.MapGet("/orders", () => "in").RequireAuthorization("orders");
            app.MapGet("/mail", () => "in").RequireAuthorization("mail");
            app.MapGet("/both", () => "in").RequireAuthorization("named", "mail");
            app.MapGet("/by-hand", async (HttpContext http, IAuthorizationService authorization) =>
                (await authorization.AuthorizeAsync(http.User, "named")).Succeeded ? Results.Text("in") : Results.Forbid());
        },
    };

    private static readonly string[] Unscoped = ["/me", "/plain", "/attribute", "/named", "/claim", "/by-hand"];

    [Test]
    public async Task Not_as_a_user_who_has_consented()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "openid email");

        foreach (var path in Unscoped)
            Assert.That((await host.GetAsync(path, Requests.Bearer(tokens.Access))).Status, Is.EqualTo(403), path);
        Assert.That((await host.GetAsync("/orders", Requests.Bearer(tokens.Access))).Status, Is.EqualTo(403));
        Assert.That((await host.GetAsync("/mail", Requests.Bearer(tokens.Access))).Status, Is.EqualTo(200));
        Assert.That((await host.GetAsync("/both", Requests.Bearer(tokens.Access))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Not_in_its_own_name()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var registered = await host.PostJsonAsync("/register", """{"grant_types":["client_credentials"],"scope":"orders.read"}""", Requests.Bearer(OAuthClients.InitialAccessToken));
        var stranger = new OAuthClient(registered.Member("client_id")!, registered.Member("client_secret"), "");

        foreach (var client in new[] { OAuthClients.Robot, stranger })
        {
            var token = (await OAuthSpeaker.TokenAsync(host, client, "client_credentials")).Member("access_token")!;
            foreach (var path in Unscoped)
                Assert.That((await host.GetAsync(path, Requests.Bearer(token))).Status, Is.EqualTo(403), $"{client.Id} {path}");
            Assert.That((await host.GetAsync("/orders", Requests.Bearer(token))).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task The_host_s_own_clients_pass_as_before()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var own = await Pair.RegisterAsync(host);
        var listed = await OAuthTokens.ObtainAsync(host, OAuthClients.House, "openid");

        foreach (var path in Unscoped)
        {
            Assert.That((await host.GetAsync(path, Requests.Bearer(own.Access))).Status, Is.EqualTo(200), path);
            Assert.That((await host.GetAsync(path, Requests.Bearer(listed.Access))).Status, Is.EqualTo(200), path);
        }
    }

    [Test]
    public async Task A_fallback_policy_leaves_AuthKit_s_own_routes_alone()
    {
        await using var host = await TestHost.StartAsync(new()
        {
            Services = services => services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()),
            Map = app => app.MapGet("/unmarked", () => "in"),
        });
        // The routes that ask for no token are closed by such a policy, so that tokens come from a host beside it.
        await using var beside = await TestHost.StartAsync(new() { Shared = host.Databases });
        var tokens = await OAuthTokens.ObtainAsync(beside, OAuthClients.Shop, "openid email");

        Assert.That((await host.GetAsync("/unmarked", Requests.Bearer(tokens.Access))).Status, Is.EqualTo(403));
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Status, Is.EqualTo(200));
    }
}
