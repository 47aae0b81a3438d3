using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AuthKit.Events;
using AuthKit.Features.AuditLog;
using AuthKit.Records;
using AuthKit.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using static AuthKit.Core.Tests.Features.FeatureHost;

namespace AuthKit.Core.Tests.Features.AuditLog;

/// <summary>No event is lost silently, and none is changed once it is kept.</summary>
internal sealed class KeptForCertainTests
{
    private const string Audit = "authkit_audit";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<string> _log = new();

    private FeatureHost Start(WatchedDatabase database) => new(Keeping.Memory, builder =>
    {
        builder.UseDatabase(_ => database).AddAuditLogCore();
        builder.Services.AddMetrics().AddLogging(logging => logging.AddProvider(new Heard(_log)));
    });

    [Test]
    public async Task An_answer_waits_for_its_entry_so_that_no_kill_after_it_loses_anything()
    {
        var (database, mayWrite) = (new WatchedDatabase(), new TaskCompletionSource());
        await using var host = Start(database);
        await host.RegisterAsync();
        database.Before = (verb, table) => (verb, table) == ("insert", Audit) ? mayWrite.Task : Task.CompletedTask;

        var signingIn = host.SignInAsync();
        await UntilAsync(() => database.Calls.Last() == ("insert", Audit, ""));
        Assert.That(signingIn.IsCompleted, Is.False);
        mayWrite.SetResult();
        Assert.That((await signingIn).Succeeded(out _, out _), Is.True);

        // Nothing of the host is asked any more: it is as if it had been killed.
        await using var next = Start(database);
        var entries = (await next.Get<IAuditLog>().ListAsync(new(), default)).Value!.Entries;
        Assert.That(entries.Select(entry => entry.Event).Where(name => name != nameof(SigningKeyAdded)), Is.EqualTo(new[] { nameof(SignedIn), nameof(SignedIn), nameof(Registered) }));
    }

    [Test]
    public async Task A_caller_that_goes_away_keeps_nothing_out_and_a_host_that_stops_waits()
    {
        var (database, mayWrite) = (new WatchedDatabase(), new TaskCompletionSource());
        await using var host = Start(database);
        database.Before = (verb, table) => (verb, table) == ("insert", Audit) ? mayWrite.Task : Task.CompletedTask;
        using var caller = new CancellationTokenSource();
        var dispatcher = host.Get<IEnumerable<IHostedService>>().OfType<EventDispatcher>().Single();
        await dispatcher.StartAsync(default);

        var raising = host.Get<IEvents>().RaiseAsync(new SignInFailed("gone"), caller.Token);
        await caller.CancelAsync();
        await raising;
        var stopping = dispatcher.StopAsync(default);
        Assert.That(stopping.IsCompleted, Is.False);
        mayWrite.SetResult();
        await stopping.WaitAsync(Patience);

        Assert.That((await host.Get<IAuditLog>().ListAsync(new(), default)).Value!.Entries.Single().Outcome, Is.EqualTo("gone"));
    }

    /// <summary>Only an account that is there is ever closed: whoever waited for the entry would tell it from none.</summary>
    [Test]
    public async Task No_answer_waits_for_the_entry_that_an_account_is_closed()
    {
        var (database, mayWrite) = (new WatchedDatabase(), new TaskCompletionSource());
        await using var host = Start(database);
        database.Before = (verb, table) => (verb, table) == ("insert", Audit) ? mayWrite.Task : Task.CompletedTask;
        var dispatcher = host.Get<IEnumerable<IHostedService>>().OfType<EventDispatcher>().Single();
        await dispatcher.StartAsync(default);

        await host.Get<IEvents>().RaiseAsync(new LockedOut(5), default).AsTask().WaitAsync(Patience);

        var stopping = dispatcher.StopAsync(default);
        Assert.That(stopping.IsCompleted, Is.False);
        mayWrite.SetResult();
        await stopping.WaitAsync(Patience);
        Assert.That((await host.Get<IAuditLog>().ListAsync(new(), default)).Value!.Entries.Single().Event, Is.EqualTo(nameof(LockedOut)));
    }

    [Test]
    public async Task What_cannot_be_written_is_logged_and_counted_and_keeps_nobody_out()
    {
        var database = new WatchedDatabase();
        await using var host = Start(database);
        await host.RegisterAsync();
        _log.Clear();
        var counted = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument is { Name: "authkit.audit.entries", Meter.Name: AuthKitMetrics.Name } && instrument.Meter.Scope == host.Get<IMeterFactory>())
                listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Enqueue(tags.ToArray().Single().Value!.ToString()!));
        listener.Start();
        await host.SignInAsync();
        database.Before = (verb, table) => (verb, table) == ("insert", Audit) ? Task.FromException(new StoreUnavailableException("down", new IOException())) : Task.CompletedTask;

        Assert.That((await host.SignInAsync()).Succeeded(out _, out _), Is.True);

        Assert.That(counted, Is.EqualTo(new[] { "kept", "lost" }));
        Assert.That(_log.Where(line => line.StartsWith("1755 ", StringComparison.Ordinal)).Single(), Does.Contain(nameof(SignedIn)).And.Contain(nameof(StoreUnavailableException)));
    }

    [Test]
    public async Task Rows_are_added_and_read_and_nothing_else_but_by_erasure_and_retention()
    {
        var database = new WatchedDatabase();
        await using var host = Start(database);
        await host.RegisterAsync();
        await host.SignInAsync(password: "wrong");
        var tokens = (await host.SignInAsync()).Value!;
        await host.DoAsync(AuditLogFlows.ListActivity, new(tokens.AccessToken));
        await host.DoAsync(Flows.ChangePassword, new(tokens.AccessToken, Password, "another horse 8!"));
        await host.DoAsync(Flows.Logout, new((await host.SignInAsync(password: "another horse 8!")).Value!.AccessToken));

        Assert.That(Verbs(database), Is.EquivalentTo(new[] { ("insert", ""), ("list", "") }));

        await host.Get<IAuditLog>().EraseAsync("", (await host.FindAsync(Email))!.Id, default);
        await using var home = await host.Get<AuthKit.Databases.HomeDatabase>().GetAsync(default);
        await host.Get<IEnumerable<AuthKit.Databases.ISweepable>>().OfType<AuditSweep>().Single().SweepAsync(home, "", host.Clock.GetUtcNow(), default);

        Assert.That(Verbs(database), Is.EquivalentTo(new[] { ("insert", ""), ("list", ""), ("update", "address,device"), ("delete", "id Less") }));
    }

    [Test]
    public async Task Of_64_at_once_every_one_is_kept_in_an_order_of_its_own()
    {
        var database = new WatchedDatabase();
        await using var host = Start(database);

        await AtOnce.RunAsync(64, async caller =>
        {
            await host.Get<IEvents>().RaiseAsync(new SignInFailed($"{caller}"), default);
            return true;
        });

        var entries = (await host.Get<IAuditLog>().ListAsync(new() { Limit = 200 }, default)).Value!.Entries;
        Assert.That(entries.Select(entry => entry.Outcome), Is.EquivalentTo(Enumerable.Range(0, 64).Select(i => $"{i}")));
        Assert.That(entries.Select(entry => entry.Id), Is.Unique);
    }

    private static (string Verb, string Changes)[] Verbs(WatchedDatabase database) =>
        [.. database.Calls.Where(call => call.Table == Audit).Select(call => (call.Verb, call.Changes)).Distinct()];

    private static async Task UntilAsync(Func<bool> met)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!met())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private sealed class Heard(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Enqueue($"{eventId.Id} {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
