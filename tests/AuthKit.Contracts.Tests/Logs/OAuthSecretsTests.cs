using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Logs;

/// <summary>Codes, tokens, secrets and assertions of document 003 are in no log, at whatever level.</summary>
internal sealed class OAuthSecretsTests
{
    [Test]
    public async Task A_journey_through_every_grant_leaves_no_secret_behind()
    {
        using var activities = new RecordedActivities();
        var heard = new HeardEvents();
        await using var host = await TestHost.StartAsync(new() { OtherLogs = LogLevel.Trace, Build = heard.Add });
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var code = await authorizing.CodeAsync(OAuthClients.Shop);
        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code));
        await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code);
        var device = await host.PostFormAsync("/device_authorization", OAuthClients.App.Fields);
        await authorizing.DecideAsync(device.Member("user_code")!);
        await OAuthSpeaker.PollAsync(host, OAuthClients.App, device.Member("device_code")!);
        var pushed = await host.PostFormAsync("/par", [.. OAuthClients.Shop.Fields, ("response_type", "code"), ("redirect_uri", OAuthClients.Shop.RedirectUri)]);
        var registered = await host.PostJsonAsync("/register", """{"redirect_uris":["https://client.example/"]}""", Requests.Bearer(OAuthClients.InitialAccessToken));
        var assertion = new Assertion(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey);
        await Assertion.PresentAsync(host, assertion);
        await Assertion.PresentAsync(host, assertion);
        await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Access);
        await OAuthSpeaker.RevokeAsync(host, OAuthClients.Shop, tokens.Refresh!);
        await host.GetAsync("/userinfo", Requests.Bearer(tokens.Id!));

        await heard.NextAsync<SessionEnded>();
        var told = string.Join('\n', heard.All) + activities.Text;
        Assert.That(told, Does.Contain("AuthKit/RedeemCode"));
        Assert.That(host.Logs.Text, Does.Contain("presented an authorization code a second time"));
        using (Assert.EnterMultipleScope())
        {
            foreach (var secret in new[]
            {
                Last(code), Last(tokens.Access), Last(tokens.Refresh!), Last(tokens.Id!), Last(assertion),
                Last(device.Member("device_code")!), device.Member("user_code")!, Last(pushed.Member("request_uri")!),
                registered.Member("client_secret")!, OAuthClients.Shop.Secret!, OAuthClients.InitialAccessToken, Speaker.Password, Authorizing.Verifier,
            })
            {
                Assert.That(host.Logs.Entries.Where(entry => entry.Text.Contains(secret, StringComparison.Ordinal)), Is.Empty, secret);
                Assert.That(told, Does.Not.Contain(secret));
            }
        }
    }

    private static string Last(string token) => token.Split('.')[^1];
}
