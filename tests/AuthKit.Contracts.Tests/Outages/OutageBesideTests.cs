using AuthKit.Contracts.Tests.Harness;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthKit.Contracts.Tests.Outages;

/// <summary>A store out of reach is answered for beside the contracts, too: on the host's own endpoints, and where the keys are published.</summary>
internal sealed class OutageBesideTests
{
    private readonly BreakableStore _store = new(new SqliteStoreProvider());

    [Test]
    public async Task A_good_token_is_not_called_bad()
    {
        await using var host = await StartAsync();
        var pair = await Pair.RegisterAsync(host, "anna@example.com");
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        _store.Break = new StoreUnavailableException("away");

        var answer = await host.MeAsync(pair.Access);

        Assert.That(answer.Status, Is.EqualTo(503));
        Assert.That(answer.Header("Retry-After"), Is.EqualTo("1"));
        Assert.That(answer.Body, Does.Contain("unavailable"));
        _store.Break = null;
        Assert.That((await host.MeAsync(pair.Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task The_keys_that_were_read_are_still_published()
    {
        await using var host = await StartAsync();
        var before = await host.GetAsync("/.well-known/jwks.json");
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        _store.Break = new StoreUnavailableException("away");

        var after = await host.GetAsync("/.well-known/jwks.json");

        Assert.That(after.Status, Is.EqualTo(200));
        Assert.That(after.Body, Is.EqualTo(before.Body));
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new()
    {
        Build = builder =>
        {
            builder.Services.RemoveAll<IStoreProvider>();
            builder.Services.AddSingleton<IStoreProvider>(_store);
        },
    });
}
