using AuthKit.Administration;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Sessions;
using AuthKit.Events;
using AuthKit.Features;
using AuthKit.Records;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Owner;

/// <summary>What is left of an account that had something of everything, by owner and by host, at home and in a tenant: nothing.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class ErasureTests(Engine engine)
{
    private HeardEvents _events = null!;

    private HostPlan Plan => (FullAccount.Plan with { Engine = engine }).And(_events.Plan);

    [SetUp]
    public void Listen() => _events = new();

    [Test]
    public async Task It_leaves_nothing_in_any_column_of_any_table([Values] bool byOwner)
    {
        await using var host = await TestHost.StartAsync(Plan);
        await Pair.RegisterAsync(host, "other@example.com");
        var full = await FullAccount.MakeAsync(host);
        var before = await Traces.AtHomeAsync(host, full.User);
        Assert.That(before.Select(static column => column.Split('.')[0]), Is.SupersetOf(FullAccount.Tables.Append("authkit_mailed_codes")), "What is looked for is found while it is there.");

        if (byOwner)
            Assert.That((await host.DeleteMyDataAsync(full.Token)).Status, Is.EqualTo(200));
        else
            Assert.That(await host.Services.GetRequiredService<IUsers>().DeleteAsync(full.User.Id, null, default), Is.True);

        Assert.That(await Traces.AtHomeAsync(host, full.User), Is.Empty);
        await Pair.SignInAsync(host, "other@example.com");
        await Pair.RegisterAsync(host);
    }

    [Test]
    public async Task In_a_tenant_neither_and_none_in_the_directory()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await new TenantSpeaker().RegisterAsync(host, "other@example.com");
        var (other, names) = ((await host.Services.GetRequiredService<IUsers>().FindByNameAsync("other@example.com", "demo", default))!, await Traces.CountAsync(host, "authkit_directory"));
        var full = await FullAccount.MakeAsync(host, "demo");
        await using var beside = (await host.Services.GetRequiredService<IFeatureAccounts>().FindAsync("demo", other.Id, default))!;
        Assert.That(await Traces.InAsync(host, beside.Records, full.User), Has.Count.GreaterThan(8));
        Assert.That(await Traces.CountAsync(host, "authkit_directory"), Is.GreaterThan(names));

        var deleted = await host.DeleteAsync("/api/auth/my-data", full.Token);

        Assert.That(deleted.Status, Is.EqualTo(200), deleted.Body);
        Assert.That(await Traces.InAsync(host, beside.Records, full.User), Is.Empty);
        Assert.That(await Traces.AtHomeAsync(host, full.User), Is.Empty);
        Assert.That(await Traces.CountAsync(host, "authkit_directory"), Is.EqualTo(names));
        Assert.That((await new TenantSpeaker().SignInAsync(host, "other@example.com")).Status, Is.EqualTo(200));
    }

    /// <summary>As if the process had been killed after so many deletions.</summary>
    [Test]
    public async Task What_a_failure_in_the_middle_leaves_behind_goes_with_the_next_sweep([Values(0, 1, 4, 8)] int deletions)
    {
        var (armed, left) = (false, deletions);
        await using var host = await TestHost.StartAsync(Plan with
        {
            Build = Plan.Build + (authKit => WatchedStore.Watch(authKit, call =>
            {
                if (Volatile.Read(ref armed) && call.Name == nameof(IRecords.DeleteAsync) && Interlocked.Decrement(ref left) < 0)
                    throw new StoreUnavailableException("It was killed.", new InvalidOperationException());
            })),
        });
        var full = await FullAccount.MakeAsync(host);
        Volatile.Write(ref armed, true);

        var deleted = await host.DeleteMyDataAsync(full.Token);
        var during = await host.MeAsync(full.Token);
        Assert.That(await Traces.AtHomeAsync(host, full.User), Is.Not.Empty);
        Volatile.Write(ref armed, false);
        await host.PassQuartersAsync(_events.NextAsync<AccountDeleted>());

        Assert.That((deleted.Status, during.Status), Is.EqualTo((200, 401)), deleted.Body);
        Assert.That(await Traces.AtHomeAsync(host, full.User), Is.Empty);
    }
}
