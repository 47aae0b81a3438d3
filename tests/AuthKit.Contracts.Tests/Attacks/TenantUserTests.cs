using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>A user who lives in a tenant's database goes the whole way, and nothing of theirs is worth anything in another.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class TenantUserTests(Engine engine)
{
    [Test]
    public async Task A_code_begins_a_session_in_the_tenant()
    {
        await using var host = await StartAsync();
        var tokens = await ObtainAsync(host);

        Assert.That(new Forgery(tokens.Access).Payload["tid"]!.GetValue<string>(), Is.EqualTo("demo"));
        Assert.That(new Forgery(tokens.Id!).Payload["tid"]!.GetValue<string>(), Is.EqualTo("demo"));
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Member("email"), Is.EqualTo(Speaker.Email));
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Refresh!)).Member("tid"), Is.EqualTo("demo"));
        Assert.That((await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, tokens.Refresh!)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_replay_and_a_revocation_end_it_there()
    {
        await using var host = await StartAsync();
        await new TenantSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(OAuthClients.Shop);
        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code));
        var others = await ObtainAsync(host);

        await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code);
        await OAuthSpeaker.RevokeAsync(host, OAuthClients.Shop, others.Refresh!);

        Assert.That(await tokens.TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
        Assert.That(await others.TryAsync(host, OAuthClients.Shop), Is.EqualTo((401, 400)));
    }

    [Test]
    public async Task A_code_with_another_tenants_name_finds_nothing()
    {
        await using var host = await StartAsync();
        await new TenantSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(OAuthClients.Shop);

        foreach (var tenant in new[] { "second", "third", "home", "" })
        {
            var moved = $"{System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(tenant))}.{code.Split('.', 2)[1]}";
            (await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, moved)).AssertRefused(400, "invalid_grant", tenant);
        }

        Assert.That((await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_device_is_let_into_the_tenant()
    {
        await using var host = await StartAsync();
        await new TenantSpeaker().RegisterAsync(host);
        var device = await host.PostFormAsync("/device_authorization", [.. OAuthClients.App.Fields, ("scope", "openid")]);
        await new Authorizing(host).DecideAsync(device.Member("user_code")!);

        var tokens = OAuthTokens.Of(await OAuthSpeaker.PollAsync(host, OAuthClients.App, device.Member("device_code")!));

        Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Status, Is.EqualTo(200));
        Assert.That((await host.GetAsync("/userinfo", Requests.Bearer(tokens.Access), ("X-Tenant", "second"))).Status, Is.EqualTo(401));
    }

    private static async Task<OAuthTokens> ObtainAsync(TestHost host)
    {
        await new TenantSpeaker().RegisterAsync(host);
        return OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, await new Authorizing(host).CodeAsync(OAuthClients.Shop)));
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new() { Engine = engine });
}
