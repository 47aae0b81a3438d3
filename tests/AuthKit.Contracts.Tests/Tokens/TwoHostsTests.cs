using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Tokens;

/// <summary>Nodes on one database are one host.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class TwoHostsTests(Engine engine)
{
    [Test]
    public async Task They_accept_each_others_tokens()
    {
        await using var one = await StartAsync();
        await using var two = await TestHost.StartAsync(new() { Shared = one.Databases });

        var pair = await Pair.RegisterAsync(one);

        Assert.That((await two.MeAsync(pair.Access)).Status, Is.EqualTo(200));
        var refreshed = await pair.RefreshAsync(two);
        Assert.That((await one.MeAsync(refreshed.Access)).Status, Is.EqualTo(200));
        Assert.That(await KidsAsync(one), Is.EqualTo(await KidsAsync(two)));
    }

    [Test]
    public async Task They_agree_on_keys_when_they_start_together()
    {
        await using var databases = await engine.PrepareAsync();
        await using (var earlier = await TestHost.StartAsync(new() { Shared = databases }))
            await RingKey.RemoveAllAsync(earlier);

        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestHost.StartAsync(new() { Shared = databases })));

        var rings = await Task.WhenAll(hosts.Select(KidsAsync));
        foreach (var host in hosts)
            await host.DisposeAsync();

        Assert.That(rings.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_session_that_one_ends_is_over_for_the_other_within_the_check_interval()
    {
        await using var one = await StartAsync();
        await using var two = await TestHost.StartAsync(new() { Shared = one.Databases });
        var pair = await Pair.RegisterAsync(one);
        Assert.That((await two.MeAsync(pair.Access)).Status, Is.EqualTo(200));

        await LaravelSpeaker.LogoutAsync(one, pair.Access);
        two.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That((await two.MeAsync(pair.Access)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task They_find_each_others_tenants_users()
    {
        await using var one = await StartAsync();
        await using var two = await TestHost.StartAsync(new() { Shared = one.Databases });

        await new TenantSpeaker().RegisterAsync(one);

        Assert.That((await new TenantSpeaker().SignInAsync(two)).Status, Is.EqualTo(200));
    }

    private static async Task<string> KidsAsync(TestHost host) =>
        string.Join(',', (await host.GetAsync("/.well-known/jwks.json")).Json.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()));

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new() { Engine = engine });
}
