using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>What the host says of one client's tokens holds for that client, and for no other.</summary>
internal sealed class ClientLifetimeTests
{
    private static readonly OAuthClient Brief = new("brief", "brief-secret", "https://brief.example/callback");

    private static readonly HostPlan Plan = new()
    {
        Options = options => options.Clients.Add(Brief.Listed(client =>
        {
            client.AccessTokenLifetime = TimeSpan.FromMinutes(1);
            client.IdTokenLifetime = TimeSpan.FromMinutes(2);
            client.SessionLifetime = TimeSpan.FromHours(1);
        })),
    };

    [Test]
    public async Task Its_tokens_last_as_long_as_they_say()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await new OAuthSpeaker().RegisterAsync(host);

        var answer = await OAuthSpeaker.RedeemAsync(host, Brief, await new Authorizing(host).CodeAsync(Brief));
        var tokens = OAuthTokens.Of(answer);

        Assert.That((answer.Member("expires_in"), Lifetime(tokens.Access), Lifetime(tokens.Id!)), Is.EqualTo(("60", 60L, 120L)));
        var usual = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, await new Authorizing(host).CodeAsync(OAuthClients.Shop)));
        Assert.That((Lifetime(usual.Access), Lifetime(usual.Id!)), Is.EqualTo((900L, 900L)));
    }

    [Test]
    public async Task Its_session_ends_however_often_it_is_refreshed()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var (tokens, usual) = (await OAuthTokens.ObtainAsync(host, Brief), await OAuthTokens.ObtainAsync(host, OAuthClients.Shop));

        host.Clock.Advance(TimeSpan.FromMinutes(59));
        var refreshed = await OAuthSpeaker.RefreshAsync(host, Brief, tokens.Refresh!);
        Assert.That((refreshed.Status, refreshed.Member("expires_in")), Is.EqualTo((200, "60")));
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        (await OAuthSpeaker.RefreshAsync(host, Brief, refreshed.Member("refresh_token")!)).AssertRefused(400, "invalid_grant");
        Assert.That((await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, usual.Refresh!)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Whoever_is_asked_is_told_of_it()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await new OAuthSpeaker().RegisterAsync(host);

        var step = (await new Authorizing(host).AskAsync(Authorizing.RequestOf(Brief), await new Authorizing(host).SignInAsync(), decision: null)).Value as ConsentWanted;

        Assert.That((step?.AccessTokenLifetime, step?.SessionLifetime), Is.EqualTo((TimeSpan.FromMinutes(1), TimeSpan.FromHours(1))));
    }

    private static long Lifetime(string token)
    {
        var payload = new Forgery(token).Payload;
        return payload["exp"]!.GetValue<long>() - payload["iat"]!.GetValue<long>();
    }
}
