using System.Security.Claims;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>OpenID Connect Core 1.0 §8 and §17.3: clients of two sectors cannot find out that they know the same person.</summary>
internal sealed class PairwiseTests
{
    [Test]
    public async Task One_sector_has_one_name_of_a_user_and_another_has_another()
    {
        await using var host = await TestHost.StartAsync();

        var (clinic, ward, insurer) = (await SubjectAsync(host, OAuthClients.Clinic), await SubjectAsync(host, OAuthClients.Ward), await SubjectAsync(host, OAuthClients.Insurer));
        var account = await SubjectAsync(host, OAuthClients.Shop);

        Assert.That(ward, Is.EqualTo(clinic));
        Assert.That(new[] { clinic, insurer, account }, Is.Unique);
        Assert.That(await SubjectAsync(host, OAuthClients.Clinic, "bert@example.com"), Is.Not.EqualTo(clinic));
    }

    [Test]
    public async Task It_is_the_same_wherever_the_client_is_told()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Clinic);
        var subject = new Forgery(tokens.Id!).Payload["sub"]!.GetValue<string>();
        var refreshed = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.Clinic, tokens.Refresh!));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Member("sub"), Is.EqualTo(subject));
            Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Clinic, tokens.Access)).Member("sub"), Is.EqualTo(subject));
            Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Clinic, refreshed.Refresh!)).Member("sub"), Is.EqualTo(subject));
            Assert.That(new Forgery(tokens.Access).Payload["sub"]!.GetValue<string>(), Is.EqualTo(subject));
            Assert.That(new Forgery(refreshed.Id!).Payload["sub"]!.GetValue<string>(), Is.EqualTo(subject));
            Assert.That(subject, Does.Match("^[A-Za-z0-9_-]{43}$"));
        }
    }

    [Test]
    public async Task Its_access_token_opens_what_the_hosts_own_endpoints_guard()
    {
        await using var host = await TestHost.StartAsync(new() { Map = app => app.MapGet("/who", (ClaimsPrincipal user) => user.FindFirstValue("sub")).RequireAuthorization(policy => policy.RequireScope("openid")) });
        var account = new Forgery((await OAuthTokens.ObtainAsync(host, OAuthClients.Shop)).Access).Payload["sub"]!.GetValue<string>();

        var who = await host.GetAsync("/who", Requests.Bearer((await OAuthTokens.ObtainAsync(host, OAuthClients.Clinic)).Access));

        Assert.That(who.Body, Is.EqualTo(account));
    }

    [Test]
    public async Task A_client_with_two_sectors_cannot_be_pairwise()
    {
        await using var host = await TestHost.StartAsync();

        (await host.PostJsonAsync("/register", """{"redirect_uris":["https://one.example/","https://two.example/"],"subject_type":"pairwise"}""", Requests.Bearer(OAuthClients.InitialAccessToken)))
            .AssertRefused(400, "invalid_client_metadata");
    }

    private static async Task<string> SubjectAsync(TestHost host, OAuthClient client, string email = Speaker.Email) =>
        new Forgery((await OAuthTokens.ObtainAsync(host, client, email: email)).Id!).Payload["sub"]!.GetValue<string>();
}
