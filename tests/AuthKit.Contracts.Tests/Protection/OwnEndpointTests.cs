using System.Security.Claims;
using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>What AuthKit promises of the host's own endpoints, beside its own.</summary>
internal sealed class OwnEndpointTests
{
    [Test]
    public async Task A_page_of_another_origin_sees_that_its_token_has_expired()
    {
        await using var host = await TestHost.StartAsync();

        foreach (var answer in new[] { await host.GetAsync("/me", ("Origin", "https://app.example")), await host.GetAsync("/me", ("Origin", "https://app.example"), Requests.Bearer("expired")) })
            Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin")), Is.EqualTo((401, "*")));
    }

    [Test]
    public async Task What_scope_is_missing_is_said()
    {
        await using var host = await TestHost.StartAsync(new() { Map = app => app.MapGet("/orders", () => "orders").RequireAuthorization(policy => policy.RequireScope("orders.read")) });
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        var refused = await host.GetAsync("/orders", Requests.Bearer(tokens.Access));

        Assert.That((refused.Status, refused.Header("WWW-Authenticate")), Is.EqualTo((403, "Bearer error=\"insufficient_scope\", scope=\"orders.read\", resource_metadata=\"https://auth.example/.well-known/oauth-protected-resource\"")));
        Assert.That(refused.Header("X-Content-Type-Options"), Is.EqualTo("nosniff"));
    }

    [Test]
    public async Task Nobody_is_called_by_the_number_of_their_account()
    {
        await using var host = await TestHost.StartAsync(new() { Map = app => app.MapGet("/name", (ClaimsPrincipal user) => $"{user.Identity!.IsAuthenticated} {user.Identity.Name}").RequireAuthorization() });
        var pair = await Pair.RegisterAsync(host);

        Assert.That((await host.GetAsync("/name", Requests.Bearer(pair.Access))).Body, Is.EqualTo("True "));
    }

    [Test]
    public async Task Two_contracts_on_one_path_do_not_start() =>
        await Assert.ThatAsync(
            () => TestHost.StartAsync(new() { Build = builder => builder.AddContract<Twin>() }),
            Throws.InvalidOperationException.With.Message.Contains("'/api/v1/login' is mapped by contract 'twin' and by contract 'laravel'").Or.With.Message.Contains("'/api/v1/login' is mapped by contract 'laravel' and by contract 'twin'"));

    [TestCase("/api/v1/login", "POST", false)]
    [TestCase("/API/v1/LOGIN", "POST", false)]
    [TestCase("/api/v1/login", "DELETE", true)]
    [TestCase("/signin", "GET", false)]
    [TestCase("/.well-known/jwks.json", "GET", false)]
    [TestCase("/{page}", "GET", true)]
    public async Task An_endpoint_of_the_hosts_in_the_place_of_AuthKits_does_not_start(string path, string method, bool starts)
    {
        var plan = new HostPlan { Map = app => app.MapMethods(path, [method], () => "mine") };
        if (starts)
        {
            await using var host = await TestHost.StartAsync(plan);
            return;
        }

        await Assert.ThatAsync(() => TestHost.StartAsync(plan), Throws.InvalidOperationException.With.Message.Contains("the host's own endpoint").And.Message.Contains("Prefix"));
    }

    [Test]
    public async Task An_endpoint_for_another_host_name_is_another()
    {
        await using var host = await TestHost.StartAsync(new() { Map = app => app.MapGet("/signin", () => "mine").RequireHost("other.example") });

        Assert.That((await host.GetAsync("/signin")).Body, Does.Contain("current-password"));
    }

    private sealed class Twin() : Contract("twin", new OAuthContract().Envelope)
    {
        protected override void Map(RouteTable routes) => routes.Post("/api/v1/login", Flows.Login, r => new(r["email"], r["password"]), pair => pair.AccessToken);
    }
}
