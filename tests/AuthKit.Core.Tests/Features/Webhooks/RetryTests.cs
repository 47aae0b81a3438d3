using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Features.Webhooks;
using AuthKit.Queues;
using AuthKit.Tenants;

namespace AuthKit.Core.Tests.Features.Webhooks;

/// <summary>What an endpoint has not taken comes again, later and later, until it is given up; what was claimed by a node that is gone comes from another.</summary>
internal sealed class RetryTests
{
    private readonly string _secret = WebhookHost.NewSecret();
    private WatchedDatabase _database = null!;
    private Receiver _receiver = null!;

    [SetUp]
    public async Task StartAsync() => (_receiver, _database) = (await Receiver.StartAsync(), new());

    [TearDown]
    public async Task StopAsync() => await _receiver.DisposeAsync();

    [Test]
    public async Task A_message_that_is_refused_comes_again_with_the_same_id_and_a_signature_of_its_own()
    {
        await using var host = Start();
        _receiver.Answer(500).Answer(404).Answer(301);
        await host.RaiseAsync(new SignInFailed("a"));

        var pauses = new List<TimeSpan>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            Assert.That(await host.DeliverAsync(), Is.EqualTo(1));
            if ((await host.WaitingAsync()) is [var waiting])
            {
                pauses.Add(waiting.DueAt - host.Flows.Clock.GetUtcNow());
                host.Flows.Clock.Advance(pauses[^1] - TimeSpan.FromMilliseconds(1));
                Assert.That(await host.DeliverAsync(), Is.Zero);
                host.Flows.Clock.Advance(TimeSpan.FromMilliseconds(1));
            }
        }

        var posted = await _receiver.NextAsync(4);
        Assert.That(posted.Select(each => each.Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(posted.Select(each => each.Text).Distinct().Count(), Is.EqualTo(1));
        Assert.That(posted.Select(each => each.Timestamp), Is.Unique);
        Assert.That(posted.Select(each => each.IsSignedBy(_secret)), Is.All.True);
        Assert.That(await host.WaitingAsync(), Is.Empty);
        for (var i = 0; i < pauses.Count; i++)
            Assert.That(pauses[i], Is.InRange(TimeSpan.FromSeconds(2.5 * Math.Pow(2, i)), TimeSpan.FromSeconds(5 * Math.Pow(2, i))));
    }

    [Test]
    public async Task It_is_given_up_after_as_many_attempts_as_there_may_be()
    {
        await using var host = Start(webhooks => webhooks.MaxAttempts = 3);
        _receiver.Answer(500).Answer(500).Answer(500);
        await host.RaiseAsync(new SignInFailed("a"));

        for (var attempt = 0; attempt < 4; attempt++)
        {
            await host.DeliverAsync();
            host.Flows.Clock.Advance(TimeSpan.FromHours(6));
        }

        Assert.That(_receiver.Asked, Is.EqualTo(3));
        Assert.That(await host.WaitingAsync(), Is.Empty);
    }

    [Test]
    public async Task And_once_it_is_too_old()
    {
        await using var host = Start(webhooks => webhooks.MaxAge = TimeSpan.FromMinutes(1));
        _receiver.Answer(500).Answer(500);
        await host.RaiseAsync(new SignInFailed("a"));
        await host.DeliverAsync();
        host.Flows.Clock.Advance(TimeSpan.FromMinutes(2));
        await host.DeliverAsync();

        Assert.That(_receiver.Asked, Is.EqualTo(2));
        Assert.That(await host.WaitingAsync(), Is.Empty);
    }

    [Test]
    public async Task Whoever_is_gone_is_not_asked_again()
    {
        await using var host = Start();
        _receiver.Answer(410);
        await host.RaiseAsync(new SignInFailed("a"));
        await host.DeliverAsync();

        Assert.That(await host.WaitingAsync(), Is.Empty);
    }

    [Test]
    public async Task A_kill_between_claim_and_delivery_has_another_node_deliver()
    {
        await using var killed = Start();
        await using var other = Start();
        await killed.RaiseAsync(new SignInFailed("a"));
        Assert.That(await killed.ClaimAsync(), Has.Count.EqualTo(1));

        Assert.That(await other.DeliverAsync(), Is.Zero);
        other.Flows.Clock.Advance(TimeSpan.FromSeconds(46));
        Assert.That(await other.DeliverAsync(), Is.EqualTo(1));

        Assert.That((await _receiver.NextAsync()).IsSignedBy(_secret), Is.True);
        Assert.That(await other.WaitingAsync(), Is.Empty);
    }

    /// <summary>At least once, therefore; the id tells that it is the same.</summary>
    [Test]
    public async Task A_kill_between_answer_and_removal_has_it_delivered_again_with_the_same_id()
    {
        await using var host = Start();
        await host.RaiseAsync(new SignInFailed("a"));
        _database.Before = (verb, table) => (verb, table) == ("delete", "authkit_webhooks") ? Task.FromException(new IOException()) : Task.CompletedTask;
        await host.DeliverAsync();
        _database.Before = static (_, _) => Task.CompletedTask;
        host.Flows.Clock.Advance(TimeSpan.FromSeconds(46));
        await host.DeliverAsync();

        var posted = await _receiver.NextAsync(2);

        Assert.That(posted[0].Id, Is.EqualTo(posted[1].Id));
        Assert.That(await host.WaitingAsync(), Is.Empty);
    }

    [Test]
    public async Task A_message_is_kept_when_what_raised_it_is_answered()
    {
        await using (var killed = Start())
            await killed.Flows.RegisterAsync();
        await using var next = Start();

        // The first token makes the first key.
        Assert.That(await next.DeliverAsync(), Is.EqualTo(3));
        Assert.That((await _receiver.NextAsync(3)).Count(posted => posted.Text.Contains("\"Registered\"") || posted.Text.Contains("\"SignedIn\"")), Is.EqualTo(2));
    }

    [Test]
    public async Task What_waits_for_an_endpoint_that_the_host_has_no_more_goes_with_its_time()
    {
        await using var host = Start();
        await host.RaiseAsync(new SignInFailed("a"));
        await using var other = new WebhookHost(_database, static _ => { });
        var sweep = other.Flows.Get<IEnumerable<ISweepable>>().OfType<WebhookSweep>().Single();
        await using var home = await other.Flows.Get<HomeDatabase>().GetAsync(default);

        await sweep.SweepAsync(home, Tenant.Home, other.Flows.Clock.GetUtcNow().AddDays(3), default);
        Assert.That(await other.WaitingAsync(), Has.Count.EqualTo(1));
        await sweep.SweepAsync(home, Tenant.Home, other.Flows.Clock.GetUtcNow().AddDays(4), default);

        Assert.That(await other.WaitingAsync(), Is.Empty);
    }

    [Test]
    public void Pauses_double_up_to_the_longest()
    {
        var longest = TimeSpan.FromHours(6);

        Assert.That(Enumerable.Range(1, 16).Select(attempts => BackOff.After(attempts, longest)), Is.All.InRange(TimeSpan.FromSeconds(2.5), longest));
        Assert.That(BackOff.After(16, longest), Is.GreaterThanOrEqualTo(longest / 2));
        Assert.That(BackOff.After(16), Is.LessThanOrEqualTo(BackOff.Longest));
    }

    private WebhookHost Start(Action<WebhookOptions>? configure = null) => new(_database, webhooks =>
    {
        webhooks.Endpoints.Add(new() { Url = _receiver.Url, Secret = _secret });
        configure?.Invoke(webhooks);
    });
}
