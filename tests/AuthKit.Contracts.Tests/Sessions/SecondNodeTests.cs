using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>What one node has seen a moment ago, and what its clock says, is nothing to build on.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class SecondNodeTests(Engine engine)
{
    private const string NewPassword = "another horse 8!";

    /// <summary>Time stands still: what the other node has cached never grows old.</summary>
    [Test]
    public async Task A_browser_that_was_signed_out_by_a_reset_elsewhere_gets_no_code_and_lets_no_device_in()
    {
        await using var one = await StartAsync();
        await using var two = await TestHost.StartAsync(new() { Shared = one.Databases });
        await Pair.RegisterAsync(one);
        var pages = new Authorizing(two);
        var browser = await pages.SignInAsync();
        Assert.That((await pages.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser)).Value, Is.InstanceOf<AuthorizationGranted>());
        var device = (await OAuthSpeaker.AuthorizeDeviceAsync(two, OAuthClients.App)).Member("user_code")!;

        await LaravelSpeaker.ResetByMailAsync(one, NewPassword);

        Assert.That((await pages.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser)).Value, Is.InstanceOf<SignInWanted>());
        Assert.That((await pages.DecideAsync(device, browser))!.Fault, Is.EqualTo(Fault.LoginRequired));
    }

    [Test]
    public async Task A_session_that_was_ended_by_a_reset_elsewhere_changes_no_account()
    {
        await using var one = await StartAsync();
        await using var two = await TestHost.StartAsync(new() { Shared = one.Databases });
        var pair = await Pair.RegisterAsync(one);
        Assert.That((await MessageCodeSpeaker.UpdateUserAsync(two, pair.Access, "Anna B.")).Status, Is.EqualTo(200));

        await LaravelSpeaker.ResetByMailAsync(one, NewPassword);

        Assert.That((await MessageCodeSpeaker.UpdateUserAsync(two, pair.Access, "Somebody else")).Status, Is.EqualTo(401));
    }

    [TestCase(5)]
    [TestCase(-5)]
    public async Task Without_a_grace_a_clock_that_differs_serves_no_superseded_token(int minutes) => await AssertReplayAsync(TimeSpan.Zero, minutes);

    [TestCase(5)]
    [TestCase(-5)]
    public async Task A_clock_that_differs_by_more_than_the_grace_makes_it_no_longer(int minutes) => await AssertReplayAsync(TimeSpan.FromSeconds(10), minutes);

    private async Task AssertReplayAsync(TimeSpan grace, int minutes)
    {
        var plan = new HostPlan { Engine = engine, Options = options => options.Sessions.RefreshGrace = grace };
        await using var one = await TestHost.StartAsync(plan);
        await using var two = await TestHost.StartAsync(plan with { Shared = one.Databases });
        two.Clock.AdjustTime(two.Clock.GetUtcNow() + TimeSpan.FromMinutes(minutes));
        var first = await Pair.RegisterAsync(one);
        var second = await first.RefreshAsync(one);

        Assert.That((await LaravelSpeaker.RefreshAsync(two, first.Refresh)).Status, Is.EqualTo(401));
        Assert.That((await LaravelSpeaker.RefreshAsync(one, second.Refresh)).Status, Is.EqualTo(401), "The replay ends the session.");
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new() { Engine = engine });
}
