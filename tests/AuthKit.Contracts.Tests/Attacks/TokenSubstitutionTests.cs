using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 8725 §2.8 and §3.12, ASVS 5.0 V9.2.2: whatever one secret is for, it is for nothing else.</summary>
internal sealed class TokenSubstitutionTests
{
    [Test]
    public async Task Nothing_but_an_access_token_is_one()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        foreach (var other in await OthersAsync(host, tokens.Refresh!, tokens.Id!))
        {
            (await OAuthSpeaker.UserInfoAsync(host, other.Text)).AssertRefused(401, "invalid_token", other.Name);
            (await host.PostFormAsync("/userinfo", ("access_token", other.Text))).AssertRefused(401, "invalid_token", other.Name);
            (await host.PostFormAsync("/api", ("access_token", other.Text))).AssertRefused(401, "invalid_token", other.Name);
            Assert.That((await host.MeAsync(other.Text)).Status, Is.EqualTo(401), other.Name);
        }
    }

    [Test]
    public async Task Nothing_but_a_refresh_token_is_one()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        foreach (var other in await OthersAsync(host, tokens.Access, tokens.Id!))
            (await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, other.Text)).AssertRefused(400, "invalid_grant", other.Name);
    }

    [Test]
    public async Task Nothing_but_a_code_is_one()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        foreach (var other in (await OthersAsync(host, tokens.Access, tokens.Refresh!)).Where(other => other.Name != "code"))
            (await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, other.Text)).AssertRefused(400, "invalid_grant", other.Name);
        Assert.That(await tokens.TryAsync(host, OAuthClients.Shop), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task Nothing_but_a_device_code_is_one()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        foreach (var other in (await OthersAsync(host, tokens.Access, tokens.Refresh!)).Where(other => other.Name != "device code"))
            (await OAuthSpeaker.PollAsync(host, OAuthClients.Shop, other.Text)).AssertRefused(400, "invalid_grant", other.Name);
    }

    [Test]
    public async Task Nothing_but_a_mailed_token_resets_a_password()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        foreach (var other in (await OthersAsync(host, tokens.Access, tokens.Refresh!)).Where(other => other.Name != "mailed token"))
            Assert.That((await LaravelSpeaker.ResetAsync(host, other.Text, "another horse 8!")).Status, Is.EqualTo(422), other.Name);
    }

    [Test]
    public async Task Nothing_but_a_pushed_request_is_one()
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        foreach (var other in (await OthersAsync(host, tokens.Access, tokens.Refresh!)).Where(other => other.Name != "pushed request"))
        {
            var request = Authorizing.RequestOf(OAuthClients.Shop) with { RequestUri = $"urn:ietf:params:oauth:request_uri:{other.Text}" };
            Assert.That((await new Authorizing(host).AskAsync(request)).Failure?.Fault, Is.EqualTo(Fault.InvalidRequestUri), other.Name);
        }
    }

    // One of each kind, for the same account and client, all of them good.
    private static async Task<List<(string Name, string Text)>> OthersAsync(TestHost host, params string[] tokens)
    {
        var device = await host.PostFormAsync("/device_authorization", OAuthClients.Shop.Fields);
        var pushed = await host.PostFormAsync("/par", [.. OAuthClients.Shop.Fields, ("response_type", "code"), ("redirect_uri", OAuthClients.Shop.RedirectUri)]);
        await LaravelSpeaker.RequestResetAsync(host);
        return
        [
            .. tokens.Select(token => ("token", token)),
            ("code", await new Authorizing(host).CodeAsync(OAuthClients.Shop)),
            ("device code", device.Member("device_code")!),
            ("user code", device.Member("user_code")!),
            ("pushed request", pushed.Member("request_uri")!.Split(':')[^1]),
            ("mailed token", await host.Mails.NextTokenAsync(Speaker.Email)),
        ];
    }
}
