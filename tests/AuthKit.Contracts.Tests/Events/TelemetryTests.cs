using System.Collections.Concurrent;
using System.Diagnostics;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Events;

/// <summary>What the meter and the activity source AuthKit tell.</summary>
internal sealed class TelemetryTests
{
    [Test]
    public async Task Attempts_to_sign_in_are_counted_by_outcome_contract_and_tenant()
    {
        await using var host = await TestHost.StartAsync();
        using var measured = new Measurements(host);
        await Pair.RegisterAsync(host);

        await Pair.SignInAsync(host);
        await new LaravelSpeaker().SignInAsync(host, Speaker.Email, "wrong horse 9!");
        await new TenantSpeaker().SignInAsync(host, "nobody@example.com");

        Assert.That(measured.Of("authkit.sign_ins"), Is.EquivalentTo(
        [
            "authkit.outcome=succeeded authkit.contract=laravel authkit.tenant=home",
            "authkit.outcome=succeeded authkit.contract=laravel authkit.tenant=home",
            "authkit.outcome=wrong_password authkit.contract=laravel authkit.tenant=home",
            "authkit.outcome=unknown_account authkit.contract=tenant",
        ]));
        Assert.That(measured.Of("authkit.events"), Has.Member("authkit.contract=laravel authkit.tenant=home authkit.event=Registered"));
    }

    [Test]
    public async Task A_flow_s_duration_and_its_fault_are_measured_and_so_are_hashes()
    {
        await using var host = await TestHost.StartAsync();
        using var measured = new Measurements(host);

        await new LaravelSpeaker().SignInAsync(host);

        Assert.That(measured.Of("authkit.flow.duration"), Is.EqualTo(["authkit.flow=Login authkit.contract=laravel error.type=invalid_credentials"]));
        // A host with tenants compares a password that it refuses as often as it has databases, three times at the most.
        Assert.That(measured.Of("authkit.password.hash.duration"), Has.Count.EqualTo(3));
        Assert.That(measured.Of("authkit.password.hash.wait"), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_mail_is_measured_from_the_outbox_to_its_delivery()
    {
        var heard = new HeardEvents();
        await using var host = await TestHost.StartAsync(heard.Plan);
        using var measured = new Measurements(host);
        await Pair.RegisterAsync(host);

        await LaravelSpeaker.RequestResetAsync(host);
        await heard.NextAsync<AuthKit.Events.MailSent>();

        Assert.That(measured.Of("authkit.mail.attempts"), Is.EqualTo(["authkit.outcome=sent"]));
        Assert.That(measured.Of("authkit.mail.delay"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_becomes_of_events_for_listeners_is_counted()
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await TestHost.StartAsync(new()
        {
            Build = builder => builder
                .On<AuthKit.Events.Registered>((_, _, _) => throw new InvalidOperationException())
                .On<AuthKit.Events.SignedIn>((_, _, _) =>
                {
                    heard.TrySetResult();
                    return Task.CompletedTask;
                }),
        });
        using var measured = new Measurements(host);

        await Pair.RegisterAsync(host);
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await measured.CountsAsync("authkit.events.listened", 2);

        Assert.That(measured.Of("authkit.events.listened"), Is.EquivalentTo(["authkit.event=Registered authkit.outcome=failed", "authkit.event=SignedIn authkit.outcome=heard"]));
    }

    [Test]
    public async Task Each_flow_is_an_activity_without_a_name_or_id_of_anybody()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "AuthKit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await TestHost.StartAsync();

        await Pair.RegisterAsync(host);
        await new LaravelSpeaker().SignInAsync(host, Speaker.Email, "wrong horse 9!");

        var ended = activities.ToArray();
        Assert.That(ended.Select(activity => activity.OperationName), Is.SupersetOf(["Register", "Login"]));
        Assert.That(ended.Where(activity => activity is { OperationName: "Login", Status: ActivityStatusCode.Error, StatusDescription: "invalid_credentials" }), Is.Not.Empty);
        Assert.That(ended.SelectMany(activity => activity.TagObjects).Select(tag => tag.Key).Distinct(), Is.SubsetOf(["authkit.contract", "error.type"]));
    }
}
