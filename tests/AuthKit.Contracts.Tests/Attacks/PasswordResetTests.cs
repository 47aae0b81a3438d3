using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>ASVS 5.0 V7.4: a reset ends what an intruder has begun with the old password, and has not finished yet.</summary>
internal sealed class PasswordResetTests
{
    [Test]
    public async Task A_code_from_before_it_is_worth_nothing()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(OAuthClients.Shop);

        await LaravelSpeaker.ResetByMailAsync(host, "another horse 8!");

        (await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task A_device_that_was_let_in_before_it_stays_out()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var device = await host.PostFormAsync("/device_authorization", [.. OAuthClients.App.Fields, ("scope", "openid email")]);
        await new Authorizing(host).DecideAsync(device.Member("user_code")!);

        await LaravelSpeaker.ResetByMailAsync(host, "another horse 8!");

        (await OAuthSpeaker.PollAsync(host, OAuthClients.App, device.Member("device_code")!)).AssertRefused(400, "invalid_grant");
    }
}
