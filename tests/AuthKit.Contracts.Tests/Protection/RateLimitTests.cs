using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>An address that asks too often is told to wait, in the words of the contract it asked under.</summary>
[TestFixtureSource(typeof(Speaker), nameof(Speaker.OfPasswords))]
internal sealed class RateLimitTests(Speaker speaker)
{
    private static readonly HostPlan Tight = new()
    {
        Options = options => (options.RateLimits.Enabled, options.RateLimits.Burst, options.RateLimits.PerMinute) = (true, 2, 1),
    };

    [Test]
    public async Task The_third_of_two_is_refused()
    {
        await using var host = await TestHost.StartAsync(Tight);
        await speaker.RegisterAsync(host);
        Assert.That((await speaker.SignInAsync(host)).Status, Is.EqualTo(200));

        var refused = await speaker.SignInAsync(host);

        Assert.That(refused.Status, Is.EqualTo(429));
        Assert.That(int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), Is.InRange(1, 60));
        Envelope.AssertFailure(speaker.Contract, refused);
    }

    [Test]
    public async Task What_takes_no_credentials_is_not_counted()
    {
        await using var host = await TestHost.StartAsync(Tight);
        var pair = await Pair.RegisterAsync(host);
        for (var i = 0; i < 5; i++)
            pair = await pair.RefreshAsync(host);

        Assert.That((await speaker.SignInAsync(host)).Status, Is.EqualTo(200));
    }
}
