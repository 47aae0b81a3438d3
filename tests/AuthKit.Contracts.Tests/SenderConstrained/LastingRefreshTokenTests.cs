using System.Collections.Concurrent;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Sessions;

namespace AuthKit.Contracts.Tests.SenderConstrained;

/// <summary>FAPI 2.0 Security Profile §5.3.2.1: a refresh token that is worth nothing without a key is not exchanged for another.</summary>
internal sealed class LastingRefreshTokenTests
{
    [Test]
    public async Task Under_the_profile_it_stays_good_however_often_it_is_used()
    {
        await using var host = await TestHost.StartAsync(FapiClient.Plan);
        using var client = FapiClient.Signer(host);
        var tokens = await client.ObtainAsync();

        for (var use = 0; use < 3; use++)
        {
            host.Clock.Advance(TimeSpan.FromDays(20));
            Assert.That(OAuthTokens.Of(await client.RefreshAsync(tokens.Refresh!)).Refresh, Is.EqualTo(tokens.Refresh), "beyond the idle timeout, which each use begins anew");
        }

        host.Clock.Advance(TimeSpan.FromDays(30));
        (await client.RefreshAsync(tokens.Refresh!)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task Sixty_four_callers_at_once_are_all_answered()
    {
        await using var host = await TestHost.StartAsync(FapiClient.Plan);
        using var client = FapiClient.Signer(host);
        var tokens = await client.ObtainAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => client.RefreshAsync(tokens.Refresh!)));

        Assert.That(answers.Select(answer => OAuthTokens.Of(answer).Refresh), Is.All.EqualTo(tokens.Refresh));
    }

    [Test]
    public async Task It_is_one_round_trip_still()
    {
        ConcurrentQueue<string> calls = [];
        await using var host = await TestHost.StartAsync(FapiClient.Plan.And(new() { Build = builder => WatchedStore.Watch(builder, call => calls.Enqueue(string.Join(' ', [call.Name, .. call.GetGenericArguments().Select(record => record.Name)]))) }));
        using var client = FapiClient.Signer(host);
        var tokens = await client.ObtainAsync();
        calls.Clear();

        Assert.That((await client.RefreshAsync(tokens.Refresh!)).Status, Is.EqualTo(200));

        Assert.That(calls, Is.EquivalentTo(new[] { "InsertAsync Grant", "UpdateAsync Session User", "InsertAsync Grant" }), "beside the assertion and the proof, each used up");
    }

    [Test]
    public async Task A_session_that_has_ended_gives_nothing()
    {
        await using var host = await TestHost.StartAsync(FapiClient.Plan);
        using var client = FapiClient.Signer(host);
        var tokens = await client.ObtainAsync();
        Assert.That((await client.RefreshAsync(tokens.Refresh!)).Status, Is.EqualTo(200));

        await host.PostFormAsync("/revoke", [("token", tokens.Refresh!), .. client.Credentials]);

        (await client.RefreshAsync(tokens.Refresh!)).AssertRefused(400, "invalid_grant");
        Assert.That((await client.Holder.GetAsync(host, "/userinfo", tokens.Access)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task One_that_was_exchanged_before_the_switch_is_a_replay_after_it([Values] bool longAfter)
    {
        await using var before = await TestHost.StartAsync();
        await using var host = await TestHost.StartAsync(FapiClient.Plan with { Shared = before.Databases });
        var (first, second) = await ExchangedAsync(before);
        using var client = FapiClient.Signer(host);

        Assert.That(OAuthTokens.Of(await client.RefreshAsync(second.Refresh!)).Refresh, Is.EqualTo(second.Refresh));
        if (longAfter)
            host.Clock.Advance(TimeSpan.FromHours(1));
        (await client.RefreshAsync(first.Refresh!)).AssertRefused(400, "invalid_grant", "its successor has been used since");

        (await client.RefreshAsync(second.Refresh!)).AssertRefused(400, "invalid_grant", "the replay has ended the session");
    }

    [Test]
    public async Task A_reply_that_was_lost_at_the_switch_is_given_again()
    {
        await using var before = await TestHost.StartAsync();
        await using var host = await TestHost.StartAsync(FapiClient.Plan with { Shared = before.Databases });
        var (first, second) = await ExchangedAsync(before);
        using var client = FapiClient.Signer(host);

        Assert.That(OAuthTokens.Of(await client.RefreshAsync(first.Refresh!)).Refresh, Is.EqualTo(second.Refresh));
        Assert.That(OAuthTokens.Of(await client.RefreshAsync(second.Refresh!)).Refresh, Is.EqualTo(second.Refresh));
    }

    [Test]
    public async Task Without_the_profile_a_host_may_have_those_stay_that_are_bound_and_those_alone()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.OAuth.RotateBoundRefreshTokens = false });
        using var key = new DPoPKey();
        var (bound, bare, secret) = (await key.ObtainAsync(host, OAuthClients.App), await OAuthTokens.ObtainAsync(host, OAuthClients.App), await key.ObtainAsync(host, OAuthClients.Shop));

        Assert.That(OAuthTokens.Of(await key.RefreshAsync(host, OAuthClients.App, bound.Refresh!)).Refresh, Is.EqualTo(bound.Refresh));
        Assert.That(OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.App, bare.Refresh!)).Refresh, Is.Not.EqualTo(bare.Refresh), "whoever bears it may use it");
        Assert.That(OAuthTokens.Of(await key.RefreshAsync(host, OAuthClients.Shop, secret.Refresh!)).Refresh, Is.Not.EqualTo(secret.Refresh), "whoever knows the client's secret may use it");
        using var thief = new DPoPKey();
        (await thief.RefreshAsync(host, OAuthClients.App, bound.Refresh!)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task A_host_may_exchange_them_under_the_profile_where_it_has_to_and_is_warned()
    {
        await using var host = await TestHost.StartAsync(FapiClient.Plan.And(new() { Options = options => options.OAuth.RotateBoundRefreshTokens = true }));
        using var client = FapiClient.Signer(host);
        var tokens = await client.ObtainAsync();

        Assert.That(OAuthTokens.Of(await client.RefreshAsync(tokens.Refresh!)).Refresh, Is.Not.EqualTo(tokens.Refresh));
        Assert.That(host.Logs.Text, Does.Contain("OAuth.RotateBoundRefreshTokens is on"));
    }

    private static async Task<(OAuthTokens First, OAuthTokens Second)> ExchangedAsync(TestHost host)
    {
        using var client = FapiClient.Signer(host);
        var first = await client.ObtainAsync();
        return (first, OAuthTokens.Of(await client.TokenAsync(GrantTypes.RefreshToken, [], ("refresh_token", first.Refresh))));
    }
}
