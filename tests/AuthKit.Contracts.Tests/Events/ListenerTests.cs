using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AuthKit.Contracts.Tests.Events;

/// <summary>Whatever becomes of the host's listeners, requests do not notice.</summary>
internal sealed class ListenerTests
{
    [Test]
    public async Task A_listener_that_throws_breaks_nothing_and_hears_the_next_event()
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var times = 0;
        await using var host = await TestHost.StartAsync(new()
        {
            Build = builder => builder.On<Registered>((_, _, _) =>
            {
                if (++times == 1)
                    throw new InvalidOperationException("the host's own trouble");
                heard.SetResult();
                return Task.CompletedTask;
            }),
        });

        await Pair.RegisterAsync(host);
        await Pair.RegisterAsync(host, "bert@example.com");

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(20));
        var failure = host.Logs.Entries.Single(entry => entry.Id.Id == 1752);
        Assert.That(failure.Text, Does.Contain("Registered").And.Contain("the host's own trouble"));
    }

    [Test]
    public async Task A_listener_that_hangs_delays_no_request_and_no_other_listener()
    {
        var others = new HeardEvents();
        var hanging = new TaskCompletionSource();
        await using var host = await TestHost.StartAsync(others.Plan.And(new() { Build = builder => builder.On<AuthEvent>((_, _, _) => hanging.Task) }));

        await Pair.RegisterAsync(host);
        await others.NextAsync<SignedIn>();
        await Pair.SignInAsync(host);
        await others.NextAsync<SignedIn>();

        hanging.SetResult();
    }

    [Test]
    public async Task A_listener_that_blocks_its_thread_delays_no_request()
    {
        using var released = new ManualResetEventSlim();
        var others = new HeardEvents();
        await using var host = await TestHost.StartAsync(others.Plan.And(new()
        {
            Build = builder => builder.On<SignedIn>((_, _, _) =>
            {
                released.Wait(TimeSpan.FromSeconds(30));
                return Task.CompletedTask;
            }),
        }));

        await Pair.RegisterAsync(host);
        await Pair.SignInAsync(host);
        await others.NextAsync<SignedIn>();
        await others.NextAsync<SignedIn>();

        released.Set();
    }

    [Test]
    public async Task A_listener_that_takes_too_long_is_cancelled_and_told_the_next()
    {
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await TestHost.StartAsync(HostPlan.Today with
        {
            // The time limit is the host's, and a host of today has a clock that moves.
            Options = options => options.Events.ListenerTimeout = TimeSpan.FromMilliseconds(50),
            Build = builder => builder.On<Registered>((_, _, cancellationToken) =>
            {
                if (first.Task.IsCompleted)
                    second.TrySetResult();
                cancellationToken.Register(() => first.TrySetResult());
                // It does not heed its token.
                return new TaskCompletionSource().Task;
            }),
        });

        await Pair.RegisterAsync(host);
        await first.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Pair.RegisterAsync(host, "bert@example.com");

        await second.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await host.Logs.SaysAsync("A listener of the host's to Registered did not end within");
    }

    [Test]
    public async Task A_queue_that_is_full_loses_events_and_says_so_once()
    {
        var (started, released) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        var heard = new List<AuthEvent>();
        await using (var host = await TestHost.StartAsync(new()
        {
            Options = options => options.Events.QueueLength = 2,
            Build = builder => builder.On<Registered>((raised, _, _) =>
            {
                heard.Add(raised);
                started.TrySetResult();
                return released.Task;
            }),
        }))
        {
            await Pair.RegisterAsync(host);
            await started.Task.WaitAsync(TimeSpan.FromSeconds(20));
            foreach (var name in new[] { "b", "c", "d", "e" })
                Assert.That((await new LaravelSpeaker().RegisterAsync(host, $"{name}@example.com")).Status, Is.EqualTo(200));
            Assert.That(host.Logs.Entries.Count(entry => entry.Id.Id == 1754), Is.EqualTo(1));
            released.SetResult();
        }

        Assert.That(heard, Has.Count.EqualTo(3), "the first and two that waited");
    }

    [Test]
    public async Task What_waits_when_the_host_stops_is_told_still_in_its_order()
    {
        var (released, heard) = (new TaskCompletionSource(), new List<string>());
        await using (var host = await TestHost.StartAsync(new()
        {
            Build = builder => builder.On<AuthEvent>(async (raised, _, _) =>
            {
                await released.Task;
                heard.Add(raised.GetType().Name);
            }),
        }))
        {
            await Pair.RegisterAsync(host);
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(released.SetResult);
        }

        Assert.That(heard[^2..], Is.EqualTo([nameof(Registered), nameof(SignedIn)]));
    }

    [Test]
    public async Task A_listener_has_services_of_a_scope_of_its_own()
    {
        var scopes = new TaskCompletionSource<(Scoped First, Scoped Second)>(TaskCreationOptions.RunContinuationsAsynchronously);
        Scoped? first = null;
        await using var host = await TestHost.StartAsync(new()
        {
            Services = services => services.AddScoped<Scoped>(),
            Build = builder => builder.On<Registered>((_, services, _) =>
            {
                var own = services.GetRequiredService<Scoped>();
                if (first is not null)
                    scopes.SetResult((first, own));
                first ??= own;
                return Task.CompletedTask;
            }),
        });

        await Pair.RegisterAsync(host);
        await Pair.RegisterAsync(host, "bert@example.com");

        var (one, other) = await scopes.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(other, Is.Not.SameAs(one));
        Assert.That(one.IsDisposed, Is.True);
    }

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
