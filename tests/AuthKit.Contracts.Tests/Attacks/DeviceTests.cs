using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 8628 §3.5 and §5: a device is let in by somebody who has signed in, once, and nobody polls faster than they may.</summary>
internal sealed class DeviceTests
{
    [Test]
    public async Task It_waits_and_is_let_in_once()
    {
        await using var host = await TestHost.StartAsync();
        var (device, user) = await BeginAsync(host);
        (await PollAsync(host, device)).AssertRefused(400, "authorization_pending");

        Assert.That(await new Authorizing(host).DecideAsync(user), Is.Null);

        Assert.That(OAuthTokens.Of(await PollAsync(host, device)).Scope, Is.EqualTo("openid email"));
        (await PollAsync(host, device)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task Of_many_polls_at_once_one_wins_at_the_most()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.OAuth.DevicePollInterval = TimeSpan.Zero });
        var (device, user) = await BeginAsync(host);
        await new Authorizing(host).DecideAsync(user);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => OAuthSpeaker.PollAsync(host, OAuthClients.App, device)));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        foreach (var answer in answers.Where(answer => answer.Status != 200))
            answer.AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task It_is_told_to_slow_down()
    {
        await using var host = await TestHost.StartAsync();
        var (device, _) = await BeginAsync(host);
        await PollAsync(host, device);

        host.Clock.Advance(TimeSpan.FromSeconds(4.9));

        (await OAuthSpeaker.PollAsync(host, OAuthClients.App, device)).AssertRefused(400, "slow_down");
    }

    [Test]
    public async Task It_is_kept_out_for_good()
    {
        await using var host = await TestHost.StartAsync();
        var (device, user) = await BeginAsync(host);

        await new Authorizing(host).DecideAsync(user, allowed: false);

        (await PollAsync(host, device)).AssertRefused(400, "access_denied");
        (await PollAsync(host, device)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task Its_codes_expire()
    {
        await using var host = await TestHost.StartAsync();
        var (device, user) = await BeginAsync(host);

        host.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.That((await new Authorizing(host).DecideAsync(user))?.Fault, Is.EqualTo(Fault.InvalidGrant));
        (await PollAsync(host, device)).AssertRefused(400, "expired_token");
    }

    [Test]
    public async Task Another_clients_device_code_is_none_and_stays_good()
    {
        await using var host = await TestHost.StartAsync();
        var (device, user) = await BeginAsync(host);
        await new Authorizing(host).DecideAsync(user);

        (await OAuthSpeaker.PollAsync(host, OAuthClients.Shop, device)).AssertRefused(400, "invalid_grant");

        Assert.That((await PollAsync(host, device)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Nobody_decides_twice_or_without_having_signed_in()
    {
        await using var host = await TestHost.StartAsync();
        var (device, user) = await BeginAsync(host);

        Assert.That((await new Authorizing(host).DecideAsync(user, email: "nobody@example.com"))?.Fault, Is.EqualTo(Fault.LoginRequired));
        Assert.That(await new Authorizing(host).DecideAsync(user, allowed: false), Is.Null);
        Assert.That((await new Authorizing(host).DecideAsync(user))?.Fault, Is.EqualTo(Fault.InvalidGrant));
        (await PollAsync(host, device)).AssertRefused(400, "access_denied");
    }

    [Test]
    public async Task A_code_is_typed_as_people_type()
    {
        await using var host = await TestHost.StartAsync();
        var (device, user) = await BeginAsync(host);

        Assert.That(await new Authorizing(host).DecideAsync($" {user.ToLowerInvariant().Replace('-', ' ')} "), Is.Null);

        Assert.That((await PollAsync(host, device)).Status, Is.EqualTo(200));
    }

    [TestCase("")]
    [TestCase("BCDF-GHJ")]
    [TestCase("AEIO-UAEI")]
    [TestCase("BCDF-GHJK-BCDF-GHJK-BCDF")]
    public async Task A_code_that_is_none_lets_nobody_in(string typed)
    {
        await using var host = await TestHost.StartAsync();
        await BeginAsync(host);

        Assert.That((await new Authorizing(host).DecideAsync(typed))?.Fault, Is.EqualTo(Fault.InvalidGrant));
    }

    private static async Task<(string Device, string User)> BeginAsync(TestHost host)
    {
        await new OAuthSpeaker().RegisterAsync(host);
        var answer = await host.PostFormAsync("/device_authorization", [.. OAuthClients.App.Fields, ("scope", "openid email")]);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return (answer.Member("device_code")!, answer.Member("user_code")!);
    }

    // A device that keeps to its interval.
    private static Task<Answer> PollAsync(TestHost host, string device)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        return OAuthSpeaker.PollAsync(host, OAuthClients.App, device);
    }
}
