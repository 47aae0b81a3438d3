using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>A client's secret cannot be guessed at without end.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class ClientSecretTests(Engine engine)
{
    private static readonly OAuthClient Guesser = OAuthClients.Shop with { Secret = "wrong-secret" };

    private HostPlan Plan => new() { Engine = engine, Options = options => options.Lockout.MaxFailedClientAttempts = 5 };

    [TestCase("/token")]
    [TestCase("/introspect")]
    [TestCase("/revoke")]
    [TestCase("/par")]
    [TestCase("/device_authorization")]
    public async Task After_five_wrong_ones_no_other_is_looked_at(string path)
    {
        await using var host = await TestHost.StartAsync(Plan);
        for (var i = 0; i < 5; i++)
            Assert.That((await AskAsync(host, path, Guesser)).Status, Is.EqualTo(401));

        foreach (var refused in new[] { await AskAsync(host, path, Guesser), await AskAsync(host, path, OAuthClients.Shop) })
        {
            Assert.That((refused.Status, refused.Member("error")), Is.EqualTo((429, "temporarily_unavailable")));
            Assert.That(int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), Is.InRange(1, 15));
        }

        host.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.That((await AskAsync(host, path, OAuthClients.Shop)).Status, Is.Not.EqualTo(401).And.Not.EqualTo(429));
    }

    [Test]
    public async Task A_hundred_at_once_pass_no_more_than_a_few()
    {
        await using var host = await TestHost.StartAsync(Plan);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AskAsync(host, "/introspect", Guesser)));

        Assert.That(answers.Count(answer => answer.Status == 401), Is.AtMost(5));
        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(401).Or.EqualTo(429));
    }

    [Test]
    public async Task Another_node_knows()
    {
        await using var one = await TestHost.StartAsync(Plan);
        await using var two = await TestHost.StartAsync(Plan with { Shared = one.Databases });
        for (var i = 0; i < 5; i++)
            await AskAsync(one, "/token", Guesser);

        Assert.That((await AskAsync(two, "/token", Guesser)).Status, Is.EqualTo(429));
        Assert.That((await AskAsync(two, "/token", OAuthClients.Shop)).Status, Is.EqualTo(429));
    }

    [Test]
    public async Task An_address_that_fails_for_many_clients_waits()
    {
        await using var host = await TestHost.StartAsync(Plan with
        {
            Options = options => (options.RateLimits.Enabled, options.RateLimits.Burst, options.RateLimits.PerMinute) = (true, 3, 1),
        });
        for (var i = 0; i < 3; i++)
            Assert.That((await AskAsync(host, "/introspect", new($"nobody-{i}", "any-secret", ""))).Status, Is.EqualTo(401));

        var refused = await AskAsync(host, "/introspect", OAuthClients.Shop);

        Assert.That(refused.Status, Is.EqualTo(429));
        Assert.That(refused.Header("Retry-After"), Is.Not.Null);
    }

    private static Task<Answer> AskAsync(TestHost host, string path, OAuthClient client) =>
        host.PostFormAsync(path, [("grant_type", "refresh_token"), ("refresh_token", "none"), ("token", "none"), .. client.Fields]);
}
