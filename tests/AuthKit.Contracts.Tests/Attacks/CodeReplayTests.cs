using AuthKit.Contracts.Tests.Harness;
using AuthKit.Pages.Texts;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 6749 §4.1.2, RFC 9700 §4.5, ASVS 5.0 V10.4.2 and V10.4.3: a code is good once, for a minute, and a second use ends what the first began.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class CodeReplayTests(Engine engine)
{
    [Test]
    public async Task A_second_use_ends_what_the_first_began()
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host);
        var first = OAuthTokens.Of(await RedeemAsync(host, code));
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, first.Access)).Status, Is.EqualTo(200));

        (await RedeemAsync(host, code)).AssertRefused(400, "invalid_grant");

        Assert.That(await first.TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, first.Access)).Body, Is.EqualTo("""{"active":false}"""));
    }

    [Test]
    public async Task A_second_use_ends_even_what_has_been_refreshed_since()
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host);
        var first = OAuthTokens.Of(await RedeemAsync(host, code));
        var second = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, first.Refresh!));

        (await RedeemAsync(host, code)).AssertRefused(400, "invalid_grant");

        Assert.That(await second.TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
    }

    [Test]
    public async Task A_second_use_is_one_whatever_else_it_gets_wrong()
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host);
        var first = OAuthTokens.Of(await RedeemAsync(host, code));

        (await OAuthSpeaker.TokenAsync(host, OAuthClients.Shop, "authorization_code", ("code", code))).AssertRefused(400, "invalid_grant");

        Assert.That(await first.TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
    }

    [Test]
    public async Task Another_client_cannot_end_it()
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host);
        var first = OAuthTokens.Of(await RedeemAsync(host, code));

        (await OAuthSpeaker.RedeemAsync(host, OAuthClients.Mall, code)).AssertRefused(400, "invalid_grant");

        Assert.That(await first.TryAsync(host, OAuthClients.Shop), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task Of_many_at_once_one_wins_at_the_most_and_nothing_stays_usable()
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => RedeemAsync(host, code)));

        var won = answers.Where(answer => answer.Status == 200).Select(OAuthTokens.Of).ToList();
        Assert.That(won, Has.Count.LessThanOrEqualTo(1));
        foreach (var answer in answers.Where(answer => answer.Status != 200))
            answer.AssertRefused(400, "invalid_grant");
        // What another node has seen alive is looked at again after the check interval.
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var tokens in won)
            Assert.That(await tokens.TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
    }

    [Test]
    public async Task It_expires_and_leaves_nothing_to_start()
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host);

        host.Clock.Advance(TimeSpan.FromMinutes(1));

        (await RedeemAsync(host, code)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task It_is_good_until_it_expires()
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host);

        host.Clock.Advance(TimeSpan.FromSeconds(59));

        Assert.That((await RedeemAsync(host, code)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_new_password_ends_a_code_that_nobody_has_redeemed()
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        await LaravelSpeaker.ResetAsync(host, await host.Mails.NextTokenAsync(Speaker.Email), "another horse 8!");

        (await RedeemAsync(host, code)).AssertRefused(400, "invalid_grant");
    }

    private static async Task<string> CodeAsync(TestHost host)
    {
        await new OAuthSpeaker().RegisterAsync(host);
        return await new Authorizing(host).CodeAsync(OAuthClients.Shop);
    }

    private static Task<Answer> RedeemAsync(TestHost host, string code) => OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code);

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new() { Engine = engine });
}
