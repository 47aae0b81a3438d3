using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Tokens;

/// <summary>A clock that ran ahead is set right after the start.</summary>
internal sealed class ClockSetBackTests
{
    [Test]
    public async Task The_ring_is_read_again_and_signs()
    {
        await using var host = await TestHost.StartAsync();
        await Pair.RegisterAsync(host);

        host.Clock.AdjustTime(host.Clock.GetUtcNow() - TimeSpan.FromDays(1));
        var pair = await Pair.SignInAsync(host);

        Assert.That(await pair.TryAsync(host), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task A_session_that_was_seen_alive_is_looked_at_again()
    {
        await using var one = await TestHost.StartAsync();
        await using var two = await TestHost.StartAsync(new() { Shared = one.Databases });
        var pair = await Pair.RegisterAsync(one);
        Assert.That((await two.MeAsync(pair.Access)).Status, Is.EqualTo(200));

        await LaravelSpeaker.LogoutAsync(one, pair.Access);
        two.Clock.AdjustTime(two.Clock.GetUtcNow() - TimeSpan.FromMinutes(1));

        Assert.That((await two.MeAsync(pair.Access)).Status, Is.EqualTo(401));
    }
}
