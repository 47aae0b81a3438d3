using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace AuthKit.Contracts.Tests.SenderConstrained;

/// <summary>RFC 8693: one token in the place of another, where the host's policy lets it.</summary>
internal sealed class TokenExchangeTests
{
    [Test]
    public async Task Impersonation_gives_a_token_of_the_user_with_no_more_than_the_first_had()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        var answer = await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access);

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That((answer.Member("issued_token_type"), answer.Member("token_type"), answer.Member("scope"), answer.Member("expires_in")), Is.EqualTo((Exchanging.AccessToken, "Bearer", "openid email", "600")));
        Assert.That(answer.Json.TryGetProperty("refresh_token", out _) || answer.Json.TryGetProperty("id_token", out _), Is.False, answer.Body);
        var facts = await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, answer.Member("access_token")!);
        Assert.That((facts.Member("active"), facts.Member("client_id"), facts.Json.TryGetProperty("act", out _)), Is.EqualTo(("True", "gateway", false)));
        Assert.That(facts.Member("sub"), Is.EqualTo((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, tokens.Access)).Member("sub")));
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, answer.Member("access_token")!)).Member("email"), Is.EqualTo(Speaker.Email));
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, answer.Member("access_token")!)).Status, Is.EqualTo(401), "it never outlives the first");
    }

    [Test]
    public async Task Delegation_says_who_acts_and_who_acted_before()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan.And(new() { Map = app => app.MapGet("/mail", (System.Security.Claims.ClaimsPrincipal user) => user.FindFirst("act")!.Value).RequireAuthorization(policy => policy.RequireScope("email")) }));
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var actor = await OAuthTokens.ObtainAsync(host, OAuthClients.Mall, email: "clerk@example.com");
        var first = await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, ("actor_token", actor.Access), ("actor_token_type", Exchanging.AccessToken));

        var second = await Exchanging.ExchangeAsync(host, Exchanging.Gateway, first.Member("access_token")!, ("actor_token", await Exchanging.ActorAsync(host)), ("actor_token_type", Exchanging.AccessToken));
        var kept = await Exchanging.ExchangeAsync(host, Exchanging.Gateway, second.Member("access_token")!);

        foreach (var answer in new[] { second, kept })
        {
            var facts = await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, answer.Member("access_token")!);
            var clerk = (await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, actor.Access)).Member("sub");
            Assert.That((facts.Member("act.sub"), facts.Member("act.act.sub")), Is.EqualTo(("gateway", clerk)));
            Assert.That((await host.GetAsync("/mail", Requests.Bearer(answer.Member("access_token")!))).Body, Does.StartWith("{\"sub\":\"gateway\",\"act\":{"));
        }
    }

    [Test]
    public async Task The_scope_is_narrowed_by_the_request_and_by_the_policy()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, Exchanging.Gateway, "openid email orders.read");

        Assert.That((await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, ("scope", "email"))).Member("scope"), Is.EqualTo("email"));
        Assert.That((await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access)).Member("scope"), Is.EqualTo("email"));
    }

    [Test]
    public async Task A_client_exchanges_its_own_id_token()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, Exchanging.Gateway);

        var answer = await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Id!, ("subject_token_type", Exchanging.IdToken));

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, answer.Member("access_token")!)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task The_new_token_is_bound_to_the_key_of_whoever_exchanges()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);
        using var key = new DPoPKey();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        var answer = await key.TokenAsync(host, Exchanging.Gateway, Exchanging.Grant, ("subject_token", tokens.Access), ("subject_token_type", Exchanging.AccessToken));

        Assert.That(answer.Member("token_type"), Is.EqualTo("DPoP"));
        Assert.That((await key.GetAsync(host, "/userinfo", answer.Member("access_token")!)).Status, Is.EqualTo(200));
    }

    [TestCase("audience")]
    [TestCase("resource")]
    public async Task A_token_of_the_host_s_is_exchanged_for_one_for_an_interface_where_the_policy_names_its_scope(string parameter)
    {
        await using var host = await TestHost.StartAsync(Exchanging.PlanFor(OAuthApis.ReadNotes));
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        var answer = await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access, (parameter, OAuthApis.Notes));

        Assert.That((answer.Status, answer.Member("scope")), Is.EqualTo((200, OAuthApis.ReadNotes)), answer.Body);
        var token = answer.Member("access_token")!;
        Assert.That(OAuthApis.AudienceOf(token), Is.EqualTo(new[] { OAuthApis.Notes }));
        Assert.That((await host.GetAsync("/notes", Requests.Bearer(token))).Status, Is.EqualTo(200));
        Assert.That((await host.GetAsync("/payroll", Requests.Bearer(token))).Status, Is.EqualTo(401));
        await OAuthSpeaker.RevokeAsync(host, OAuthClients.Shop, tokens.Refresh!);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await host.GetAsync("/notes", Requests.Bearer(token))).Status, Is.EqualTo(401), "it ends with the first");
    }

    [Test]
    public async Task Of_several_interfaces_one_is_had_without_a_word_of_the_policy_s_and_several_that_it_names()
    {
        await using var host = await TestHost.StartAsync(Exchanging.PlanFor(null));
        var both = await OAuthApis.ObtainAsync(host, OAuthApis.Desk, $"openid {OAuthApis.ReadNotes} {OAuthApis.Pay}", OAuthApis.Notes, OAuthApis.Payroll);
        await using var naming = await TestHost.StartAsync(Exchanging.PlanFor(OAuthApis.ReadNotes, OAuthApis.Pay));
        var tokens = await OAuthTokens.ObtainAsync(naming, OAuthClients.Shop);

        var one = await Exchanging.ExchangeAsync(host, Exchanging.Gateway, both.Access, ("audience", OAuthApis.Notes));
        var two = await Exchanging.ExchangeAsync(naming, Exchanging.Gateway, tokens.Access, ("audience", OAuthApis.Notes), ("audience", OAuthApis.Payroll));

        Assert.That((one.Status, one.Member("scope")), Is.EqualTo((200, $"openid {OAuthApis.ReadNotes}")), one.Body);
        Assert.That(OAuthApis.AudienceOf(one.Member("access_token")!), Is.EqualTo(new[] { OAuthApis.Notes }));
        Assert.That((two.Status, two.Member("scope")), Is.EqualTo((200, $"{OAuthApis.ReadNotes} {OAuthApis.Pay}")), two.Body);
        Assert.That(OAuthApis.AudienceOf(two.Member("access_token")!), Is.EquivalentTo(new[] { OAuthApis.Notes, OAuthApis.Payroll }));
    }

    [Test]
    public async Task Discovery_tells_of_it_where_there_is_a_policy_alone()
    {
        await using var host = await TestHost.StartAsync(Exchanging.Plan);

        Assert.That((await host.GetAsync("/.well-known/openid-configuration")).Body, Does.Contain(Exchanging.Grant));
        Assert.That((await (await SharedHost.GetAsync()).GetAsync("/.well-known/openid-configuration")).Body, Does.Not.Contain(Exchanging.Grant));
    }

    [Test]
    public async Task It_is_told_to_whoever_listens()
    {
        var heard = new HeardEvents();
        await using var host = await TestHost.StartAsync(Exchanging.Plan.And(heard.Plan));
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        await Exchanging.ExchangeAsync(host, Exchanging.Gateway, tokens.Access);

        var exchanged = await heard.NextAsync<TokenExchanged>();
        Assert.That((exchanged.ClientId, exchanged.SubjectClientId, exchanged.Scope), Is.EqualTo(("gateway", "shop", "openid email")));
    }
}
