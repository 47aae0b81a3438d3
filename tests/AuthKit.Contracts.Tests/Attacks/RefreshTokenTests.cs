using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9700 §4.14, ASVS 5.0 V10.4.5 and V10.4.8: a refresh token is its client's, is exchanged once, and ends.</summary>
internal sealed class RefreshTokenTests
{
    [Test]
    public async Task Another_clients_is_none_and_stays_good()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.Mall, tokens.Refresh!)).AssertRefused(400, "invalid_grant");
        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.App, tokens.Refresh!)).AssertRefused(400, "invalid_grant");

        Assert.That(await tokens.TryAsync(host, OAuthClients.Shop), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task A_replay_ends_the_session_and_its_access_tokens_at_once()
    {
        await using var host = await TestHost.StartAsync();
        var first = await OAuthTokens.ObtainAsync(host, OAuthClients.App);
        var second = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.App, first.Refresh!));
        host.Clock.Advance(TimeSpan.FromSeconds(10));

        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.App, first.Refresh!)).AssertRefused(400, "invalid_grant");

        Assert.That(await second.TryAsync(host, OAuthClients.App), Is.EqualTo((401, 400)));
    }

    [Test]
    public async Task A_client_that_may_not_refresh_gets_none_and_cannot_use_another()
    {
        var once = new OAuthClient("once", "once-secret", "https://once.example/callback");
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Clients.Add(once.Listed(client => client.Grants.Remove("refresh_token"))) });
        var tokens = await OAuthTokens.ObtainAsync(host, once);

        Assert.That(tokens.Refresh, Is.Null);
        Assert.That(tokens.Scope, Is.EqualTo("openid email"));
        (await OAuthSpeaker.RefreshAsync(host, once, "any")).AssertRefused(400, "unauthorized_client");
    }

    [Test]
    public async Task It_ends_whatever_is_done_with_it()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Sessions.AbsoluteLifetime = TimeSpan.FromDays(40) });
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        host.Clock.Advance(TimeSpan.FromDays(29));
        tokens = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!));

        host.Clock.Advance(TimeSpan.FromDays(11));

        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!)).AssertRefused(400, "invalid_grant");
    }

    [TestCase("openid email phone offline_access")]
    [TestCase("phone")]
    [TestCase("orders.read")]
    [TestCase("openid,phone")]
    public async Task Its_scope_cannot_be_widened_and_the_attempt_costs_nothing(string scope)
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!, ("scope", scope))).AssertRefused(400, "invalid_scope");

        Assert.That(await tokens.TryAsync(host, OAuthClients.Shop), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task Its_scope_can_be_narrowed_for_one_access_token()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        var narrow = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!, ("scope", "email")));

        Assert.That((narrow.Scope, narrow.Id), Is.EqualTo(("email", (string?)null)));
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, narrow.Access)).Status, Is.EqualTo(403));
        Assert.That(OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, narrow.Refresh!)).Scope, Is.EqualTo("openid email offline_access"));
    }

    [Test]
    public async Task A_narrowed_scope_is_not_widened_by_the_same_token_within_the_grace()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!, ("scope", "email"));

        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!, ("scope", "phone"))).AssertRefused(400, "invalid_scope");
    }
}
