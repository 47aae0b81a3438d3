using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>Sign-out, a new password and a reset end sessions, and with them their access tokens.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class EndOfSessionTests(Engine engine)
{
    private const string NewPassword = "another horse 8!";

    [Test]
    public async Task Signing_out_ends_the_access_token_at_once()
    {
        await using var host = await StartAsync();
        var here = await Pair.RegisterAsync(host);
        var there = await Pair.SignInAsync(host);
        Assert.That((await host.MeAsync(here.Access)).Status, Is.EqualTo(200));

        Assert.That((await LaravelSpeaker.LogoutAsync(host, here.Access)).Status, Is.EqualTo(200));

        Assert.That(await here.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That(await there.TryAsync(host), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task A_session_without_a_refresh_token_is_signed_out_as_well()
    {
        await using var host = await StartAsync();
        await new MessageCodeSpeaker().RegisterAsync(host);
        var token = (await new MessageCodeSpeaker().SignInAsync(host)).Member("Content.TokenId")!;
        Assert.That((await host.MeAsync(token)).Status, Is.EqualTo(200));

        await LaravelSpeaker.LogoutAsync(host, token);

        Assert.That((await host.MeAsync(token)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task A_new_password_leaves_this_session_and_ends_the_others()
    {
        await using var host = await StartAsync();
        var here = await Pair.RegisterAsync(host);
        var there = await Pair.SignInAsync(host);
        Assert.That((await host.MeAsync(there.Access)).Status, Is.EqualTo(200));

        Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, here.Access, Speaker.Password, NewPassword)).Status, Is.EqualTo(200));

        Assert.That(await there.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That(await here.TryAsync(host), Is.EqualTo((200, 200)));
        Assert.That((await new LaravelSpeaker().SignInAsync(host)).Status, Is.EqualTo(401));
        Assert.That((await new LaravelSpeaker().SignInAsync(host, password: NewPassword)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_reset_ends_all_sessions()
    {
        await using var host = await StartAsync();
        var here = await Pair.RegisterAsync(host);
        var there = await Pair.SignInAsync(host);
        Assert.That((await host.MeAsync(here.Access)).Status, Is.EqualTo(200));
        await LaravelSpeaker.RequestResetAsync(host);

        var reset = await LaravelSpeaker.ResetAsync(host, await host.Mails.NextTokenAsync(Speaker.Email), NewPassword);

        Assert.That(reset.Status, Is.EqualTo(200));
        Assert.That(await here.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That(await there.TryAsync(host), Is.EqualTo((401, 401)));
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new() { Engine = engine });
}
