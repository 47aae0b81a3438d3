using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>The row of an account goes, by whatever hand: its sessions go with it (OWASP ASVS 5.0 §7.4.2).</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class DeletedAccountTests(Engine engine)
{
    [Test]
    public async Task Its_sessions_end()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });
        var pair = await Pair.RegisterAsync(host);
        var other = await Pair.RegisterAsync(host, "bert@example.com");
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        Assert.That((await host.MeAsync(pair.Access)).Status, Is.EqualTo(200));

        await host.DeleteAccountAsync(Speaker.Email);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That(await pair.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Refresh!)).Member("active"), Is.EqualTo("False"));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Access)).Member("active"), Is.EqualTo("False"));
        Assert.That(await other.TryAsync(host), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task A_code_and_a_device_that_it_has_let_in_are_worth_nothing()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });
        await Pair.RegisterAsync(host);
        var pages = new Authorizing(host);
        var code = await pages.CodeAsync(OAuthClients.Shop);
        var device = await OAuthSpeaker.AuthorizeDeviceAsync(host, OAuthClients.App);
        Assert.That(await pages.DecideAsync(device.Member("user_code")!), Is.Null);

        await host.DeleteAccountAsync(Speaker.Email);

        (await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code)).AssertRefused(400, "invalid_grant");
        (await OAuthSpeaker.PollAsync(host, OAuthClients.App, device.Member("device_code")!)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task A_client_in_its_own_name_has_no_account_to_lose()
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine });

        var token = (await OAuthSpeaker.TokenAsync(host, OAuthClients.Robot, "client_credentials")).Member("access_token")!;

        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, token)).Member("active"), Is.EqualTo("True"));
    }
}
