using AuthKit.Contracts.Tests.Features;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Features;
using AuthKit.SignIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Resources;

/// <summary>Endpoints of the host's own that ask how long ago, and how strongly, their callers have proved who they are (RFC 9470 §3).</summary>
internal sealed class StepUpEndpointTests
{
    private const string Strong = "urn:authkit:acr:2fa";

    private readonly EverybodysFactor _factor = new() { IsOn = false };

    private HostPlan Plan => new()
    {
        Services = services => services.AddSingleton<ISecondFactor>(_factor),
        Build = authKit => authKit.AddFeature(new SecondFactorFeature()).AddFeature(new ProofFeature()),
        Map = app =>
        {
            app.MapGet("/transfer", () => "done").RequireAuthorization(policy => policy.RequireRecentProof(TimeSpan.FromMinutes(5)));
            app.MapGet("/vault", () => "open").RequireAuthorization(policy => policy.RequireAuthenticationContext(Strong));
            app.MapGet("/lobby", () => "open").RequireAuthorization(policy => policy.RequireAuthenticationContext("urn:authkit:acr:1fa"));
            app.MapGet("/both", () => "open").RequireAuthorization(policy => policy.RequireAuthenticationContext(Strong).RequireRecentProof(TimeSpan.FromMinutes(1)).RequireRecentProof(TimeSpan.FromMinutes(5)).RequireScope(OAuthClients.Read));
            app.MapGet("/unheard-of", () => "open").RequireAuthorization(policy => policy.RequireAuthenticationContext("gold"));
            app.MapGet("/nobody", () => "open").RequireAuthorization(policy => policy.RequireRecentProof(TimeSpan.FromMinutes(5)).RequireAssertion(_ => false));
        },
    };

    [Test]
    public async Task A_proof_that_is_too_old_is_asked_for_anew_by_its_age()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var token = (await new LaravelSpeaker().RegisterAsync(host)).Member("data.access_token")!;

        var soon = await AskAsync(host, "/transfer", token);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var late = await AskAsync(host, "/transfer", token);
        var fresh = (await host.PostJsonAsync("/api/v1/proofs", $$"""{"current_password":"{{Speaker.Password}}"}""", Requests.Bearer(token))).Member("data.access_token")!;

        Assert.That(soon.Status, Is.EqualTo(200));
        Assert.That((late.Status, late.Header("WWW-Authenticate")), Is.EqualTo((401, "Bearer error=\"insufficient_user_authentication\", max_age=\"300\"")));
        Assert.That(late.Header("Content-Type"), Is.EqualTo("application/problem+json"));
        Assert.That((await AskAsync(host, "/transfer", token)).Status, Is.EqualTo(401), "the token is what tells of a proof");
        Assert.That((await AskAsync(host, "/transfer", fresh)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_proof_that_is_too_weak_is_asked_for_anew_by_its_context()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var weak = (await new LaravelSpeaker().RegisterAsync(host)).Member("data.access_token")!;
        _factor.IsOn = true;
        var challenge = (await host.PostJsonAsync("/api/v1/proofs/options", "{}", Requests.Bearer(weak))).Member("data.challenge")!;
        var strong = (await host.PostJsonAsync("/api/v1/proofs", $$"""{"challenge":"{{challenge}}","code":"{{EverybodysFactor.Right}}"}""", Requests.Bearer(weak))).Member("data.access_token")!;

        var refused = await AskAsync(host, "/vault", weak);

        Assert.That((refused.Status, refused.Header("WWW-Authenticate")), Is.EqualTo((401, $"Bearer error=\"insufficient_user_authentication\", acr_values=\"{Strong}\"")));
        Assert.That((await AskAsync(host, "/lobby", weak)).Status, Is.EqualTo(200));
        Assert.That((await AskAsync(host, "/vault", strong)).Status, Is.EqualTo(200));
        Assert.That((await AskAsync(host, "/lobby", strong)).Status, Is.EqualTo(200), "two factors are one and another");
    }

    [Test]
    public async Task What_an_endpoint_asks_is_said_in_one_answer()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var token = (await new LaravelSpeaker().RegisterAsync(host)).Member("data.access_token")!;

        var refused = await AskAsync(host, "/both", token);

        Assert.That(refused.Status, Is.EqualTo(401));
        Assert.That(refused.Header("WWW-Authenticate"), Does.StartWith($"Bearer error=\"insufficient_user_authentication\", max_age=\"60\", acr_values=\"{Strong}\", scope=\"{OAuthClients.Read}\""));
    }

    [Test]
    public async Task What_no_proof_would_change_is_forbidden_as_before_and_a_bad_token_is_a_bad_token()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var token = (await new LaravelSpeaker().RegisterAsync(host)).Member("data.access_token")!;

        Assert.That((await AskAsync(host, "/nobody", token)).Status, Is.EqualTo(403));
        Assert.That((await AskAsync(host, "/transfer", token + "x")).Header("WWW-Authenticate"), Is.EqualTo("Bearer error=\"invalid_token\""));
        Assert.That((await host.GetAsync("/transfer")).Header("WWW-Authenticate"), Is.EqualTo("Bearer"));
    }

    [Test]
    public async Task A_context_that_there_is_not_lets_nobody_in()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var token = (await new LaravelSpeaker().RegisterAsync(host)).Member("data.access_token")!;

        Assert.That((await AskAsync(host, "/unheard-of", token)).Status, Is.EqualTo(500));
    }

    private static Task<Answer> AskAsync(TestHost host, string path, string token) => host.GetAsync(path, Requests.Bearer(token));
}
