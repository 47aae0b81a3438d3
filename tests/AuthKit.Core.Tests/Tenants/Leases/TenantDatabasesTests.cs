using AuthKit.Databases;
using AuthKit.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AuthKit.Core.Tests.Tenants.Leases;

public sealed class TenantDatabasesTests
{
    private readonly AuthKitOptions _options = new();
    private WatchedTenants _tenants = null!;
    private FakeTimeProvider _clock = null!;
    private TenantDatabases _databases = null!;

    [SetUp]
    public void Start()
    {
        (_tenants, _clock) = (new(), new());
        (_options.TenantDatabases.MaxOpen, _options.TenantDatabases.IdleTimeout) = (2, TimeSpan.FromMinutes(10));
        _databases = new(_tenants, Options.Create(_options), _clock, NullLogger<TenantDatabases>.Instance);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _databases.DisposeAsync();
        Assert.That(_tenants.ClosedTwice, Is.False);
        Assert.That(_tenants.Open, Is.Empty);
    }

    [Test]
    public async Task Sixty_four_first_uses_open_a_database_once()
    {
        var release = new TaskCompletionSource();
        _tenants.Before = _ => release.Task;
        var uses = Enumerable.Range(0, 64).Select(_ => _databases.LeaseAsync("a", default).AsTask()).ToArray();
        release.SetResult();
        await Task.WhenAll(uses);
        Assert.That(_tenants.Of("a").Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_tenant_that_cannot_be_reached_slows_no_other()
    {
        var never = new TaskCompletionSource();
        _tenants.Before = alias => alias == "dead" ? never.Task : Task.CompletedTask;
        var waiting = _databases.LeaseAsync("dead", default).AsTask();
        await using (await _databases.LeaseAsync("alive", default))
            Assert.That(waiting.IsCompleted, Is.False);
        never.SetException(new StoreUnavailableException("It is gone."));
        Assert.That(() => waiting, Throws.InstanceOf<StoreUnavailableException>());
    }

    [Test]
    public async Task All_who_wait_for_one_attempt_learn_that_it_failed_and_the_next_use_makes_another()
    {
        var release = new TaskCompletionSource();
        _tenants.Before = _ => release.Task;
        Task<DatabaseLease>[] uses = [_databases.LeaseAsync("a", default).AsTask(), _databases.LeaseAsync("a", default).AsTask()];
        release.SetException(new StoreUnavailableException("Not now."));
        foreach (var use in uses)
            Assert.That(() => use, Throws.InstanceOf<StoreUnavailableException>());

        _tenants.Before = _ => Task.CompletedTask;
        await using var again = await _databases.LeaseAsync("a", default);
        Assert.That(_tenants.Of("a").Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_gives_up_waiting_ends_it_for_nobody_else()
    {
        var release = new TaskCompletionSource();
        _tenants.Before = _ => release.Task;
        using var givenUp = new CancellationTokenSource();
        var impatient = _databases.LeaseAsync("a", givenUp.Token).AsTask();
        var patient = _databases.LeaseAsync("a", default).AsTask();
        await givenUp.CancelAsync();
        Assert.That(() => impatient, Throws.InstanceOf<OperationCanceledException>());
        release.SetResult();
        await using var database = await patient;
        Assert.That(_tenants.Of("a").Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Beyond_the_bound_the_one_unused_for_longest_is_closed()
    {
        foreach (var alias in new[] { "a", "b", "a", "c" })
        {
            await UseAsync(alias);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(_tenants.Open, Is.EqualTo(new[] { "a", "c" }));
    }

    [Test]
    public async Task One_in_use_is_not_closed_until_its_last_use_ends()
    {
        var first = await _databases.LeaseAsync("a", default);
        var second = await _databases.LeaseAsync("a", default);
        await UseAsync("b");
        await using var third = await _databases.LeaseAsync("b", default);
        await using var fourth = await _databases.LeaseAsync("c", default);
        Assert.That(_tenants.Open, Is.EqualTo(new[] { "a", "b", "c" }), "all three are in use, beyond the bound");
        await first.DisposeAsync();
        await first.DisposeAsync();
        Assert.That(_tenants.Open, Has.Member("a"), "ended twice, the first use still counts as one");
        await second.DisposeAsync();
        Assert.That(_tenants.Open, Is.EqualTo(new[] { "b", "c" }));
    }

    [Test]
    public async Task What_was_closed_is_opened_again_by_the_next_use()
    {
        await UseAsync("a");
        _clock.Advance(TimeSpan.FromMinutes(10));
        await _databases.CloseIdleAsync(default);
        Assert.That(_tenants.Open, Is.Empty);
        await UseAsync("a");
        Assert.That(_tenants.Of("a").Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task Only_what_is_idle_is_closed_for_idleness()
    {
        await UseAsync("idle");
        await using var used = await _databases.LeaseAsync("used", default);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await UseAsync("young");
        await _databases.CloseIdleAsync(default);
        Assert.That(_tenants.Open, Is.EquivalentTo(new[] { "used", "young" }));
    }

    [Test]
    public async Task Sweeping_a_database_keeps_it_open_meanwhile_and_does_not_make_it_younger()
    {
        await UseAsync("a");
        _clock.Advance(TimeSpan.FromMinutes(10));
        foreach (var (_, sweeping) in _databases.LeaseOpen())
        {
            await using (sweeping)
            {
                await _databases.CloseIdleAsync(default);
                Assert.That(_tenants.Open, Is.EqualTo(new[] { "a" }));
            }
        }

        await _databases.CloseIdleAsync(default);
        Assert.That(_tenants.Open, Is.Empty);
    }

    [Test]
    public async Task No_use_ever_meets_a_closed_database()
    {
        await Parallel.ForAsync(0, 4_000, async (i, _) =>
        {
            var alias = $"t{i % 7}";
            await using var lease = await _databases.LeaseAsync(alias, default);
            await lease.PingAsync(default);
            Assert.That(_tenants.Of(alias).Count(database => database.TimesClosed == 0), Is.EqualTo(1));
        });
        Assert.That(_tenants.Open.Count(), Is.LessThanOrEqualTo(2));
    }

    private async Task UseAsync(string alias)
    {
        await using var lease = await _databases.LeaseAsync(alias, default);
        await lease.PingAsync(default);
    }
}
