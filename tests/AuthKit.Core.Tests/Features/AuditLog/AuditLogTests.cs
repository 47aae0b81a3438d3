using System.Net;
using System.Text.Json;
using AuthKit.Events;
using AuthKit.Features.AuditLog;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Core.Tests.Features.FeatureHost;

namespace AuthKit.Core.Tests.Features.AuditLog;

/// <summary>What happens is in the audit log: who, where, when and how, and no secret.</summary>
internal sealed class AuditLogTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private static FeatureHost Start(Keeping keeping = Keeping.Memory) => new(keeping, static builder => builder.AddAuditLogCore());

    private static async Task<IReadOnlyList<AuditEntry>> ReadAsync(FeatureHost host, AuditQuery? query = null) =>
        (await host.Get<IAuditLog>().ListAsync(query ?? new() { Limit = AuditQuery.MaxLimit }, default)).Succeeded(out var page, out var failure) ? page.Entries : throw new AssertionException($"{failure.Fault}");

    private static ValueTask RaiseAsync(FeatureHost host, AuthEvent raised, string address = "198.51.100.7") =>
        host.Get<IEvents>().RaiseAsync(host.Context with { RemoteAddress = IPAddress.Parse(address), UserAgent = Firefox }, raised, default);

    [TestCase(Keeping.Memory)]
    [TestCase(Keeping.Sqlite)]
    public async Task What_has_happened_is_there_once_it_is_answered_the_newest_first(Keeping keeping)
    {
        await using var host = Start(keeping);
        var registered = await host.RegisterAsync();
        var context = host.Context with { UserAgent = Firefox };
        await host.TryAsync(Flows.Login, new(Email, "wrong"), context);
        await host.DoAsync(Flows.Login, new(Email, Password), context);

        // The first token makes the first key.
        var entries = (await ReadAsync(host)).Where(entry => entry.Event != nameof(SigningKeyAdded)).ToList();

        Assert.That(entries.Select(entry => (entry.Event, entry.Outcome)), Is.EqualTo(new[] { ("SignedIn", "succeeded"), ("SignInFailed", SignInFailures.WrongPassword), ("SignedIn", "succeeded"), ("Registered", null) }));
        var latest = entries[0];
        Assert.That((latest.UserId, latest.Tenant, latest.ClientId, latest.Address, latest.Device, latest.At), Is.EqualTo((entries[3].UserId, Tenant.Home, "tests", "127.0.0.1", "Firefox, Linux", host.Clock.GetUtcNow())));
        Assert.That(latest.SessionId, Is.Not.Null);
        Assert.That(JsonDocument.Parse(latest.Details!).RootElement.GetProperty("methods").GetString(), Is.EqualTo("pwd"));
        Assert.That(JsonDocument.Parse(latest.Details!).RootElement.GetProperty("knownDevice").GetBoolean(), Is.False);
        Assert.That(entries.Select(entry => entry.Id), Is.Ordered.Descending);
        Assert.That(string.Concat(entries.Select(entry => entry.Details)), Does.Not.Contain(Password).And.Not.Contain(Email).And.Not.Contain("wrong\""));
        Assert.That(registered, Is.Not.Null);
    }

    [Test]
    public async Task A_host_without_it_has_no_table_and_keeps_nothing()
    {
        await using var host = new FeatureHost(Keeping.Memory, static _ => { });

        await host.RegisterAsync();

        Assert.That(host.Get<IEnumerable<Schema>>().Select(schema => schema.Name), Does.Not.Contain(AuditLogSchema.Current.Name));
        Assert.That(host.Get<IServiceProviderIsService>().IsService(typeof(IAuditLog)), Is.False);
    }

    [TestCase(Keeping.Memory)]
    [TestCase(Keeping.Sqlite)]
    public async Task A_page_goes_on_where_the_one_before_ended_whatever_has_been_added(Keeping keeping)
    {
        await using var host = Start(keeping);
        var userId = Guid.CreateVersion7();
        for (var i = 0; i < 8; i++)
            await RaiseAsync(host, new LockedOutLike(i) { UserId = userId, Tenant = Tenant.Home });
        var seen = new List<AuditEntry>();
        string? next = null;
        do
        {
            var page = (await host.Get<IAuditLog>().ListAsync(new() { UserId = userId, Tenant = Tenant.Home, Limit = 3, Cursor = next }, default)).Value!;
            seen.AddRange(page.Entries);
            next = page.Next;
            await RaiseAsync(host, new LockedOutLike(100) { UserId = userId, Tenant = Tenant.Home });
        }
        while (next is not null);

        Assert.That(seen.Select(entry => entry.Details), Is.EqualTo(Enumerable.Range(0, 8).Reverse().Select(i => $$"""{"count":{{i}}}""")));
    }

    [TestCase("x")]
    [TestCase("!!")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_cursor_is_refused(string cursor)
    {
        await using var host = Start();

        var outcome = await host.Get<IAuditLog>().ListAsync(new() { Cursor = cursor }, default);

        Assert.That(outcome.Failure?.Fault, Is.EqualTo(Fault.Invalid));
        Assert.That(outcome.Failure?.BrokenRules.Single().Field, Is.EqualTo(Field.Cursor));
    }

    [TestCase(Keeping.Memory)]
    [TestCase(Keeping.Sqlite)]
    public async Task An_administrator_finds_by_account_event_time_client_address_and_tenant(Keeping keeping)
    {
        await using var host = Start(keeping);
        var (anna, ben) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await RaiseAsync(host, new SignInFailed("a") { UserId = anna, Tenant = Tenant.Home, ClientId = "shop" });
        host.Clock.Advance(TimeSpan.FromHours(1));
        var later = host.Clock.GetUtcNow();
        await RaiseAsync(host, new SignInFailed("b") { UserId = ben, Tenant = Tenant.Home, ClientId = "shop" }, "2001:4860::1");
        await RaiseAsync(host, new ReauthenticationFailed("c") { UserId = anna, Tenant = Acme, ClientId = "mall" });
        host.Clock.Advance(TimeSpan.FromHours(1));
        await RaiseAsync(host, new SignInFailed("d"));

        async Task FindsAsync(AuditQuery query, string expected) => Assert.That(string.Concat((await ReadAsync(host, query)).Select(entry => entry.Outcome)), Is.EqualTo(expected), query.ToString());
        await FindsAsync(new() { UserId = anna }, "ca");
        await FindsAsync(new() { UserId = anna, Tenant = Tenant.Home }, "a");
        await FindsAsync(new() { Tenant = Acme }, "c");
        await FindsAsync(new() { Event = nameof(SignInFailed) }, "dba");
        await FindsAsync(new() { ClientId = "shop" }, "ba");
        await FindsAsync(new() { Address = IPAddress.Parse("2001:4860::1") }, "b");
        await FindsAsync(new() { Address = IPAddress.Parse("::ffff:198.51.100.7") }, "dca");
        await FindsAsync(new() { From = later }, "dcb");
        await FindsAsync(new() { Until = later }, "a");
        await FindsAsync(new() { From = later, Until = later.AddMinutes(1), Event = nameof(SignInFailed) }, "b");
        await FindsAsync(new() { Event = "signinfailed" }, "");
        await FindsAsync(new() { Event = "\0" }, "");
    }

    [Test]
    public async Task Of_what_strangers_can_cause_at_will_nothing_is_kept_unless_the_host_wants_it()
    {
        await using var host = Start();
        await using var all = new FeatureHost(Keeping.Memory, static builder => builder.AddAuditLogCore(log => log.Keeps = static _ => true));
        AuthEvent[] Strangers() => [new RequestLimited(RequestLimits.Credentials), new ForgeryRefused(), new TokenRefused(TokenKinds.Access, TokenRefusals.Expired)];

        foreach (var raised in Strangers())
            await RaiseAsync(host, raised);
        foreach (var raised in Strangers())
            await RaiseAsync(all, raised);

        Assert.That(await ReadAsync(host), Is.Empty);
        Assert.That(await ReadAsync(all), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task An_event_of_the_host_s_own_is_kept_as_far_as_it_fits()
    {
        await using var host = Start();

        await RaiseAsync(host, new Shouted(new string('x', 300), "\"\u00e4\0", true, 7, 1.5, new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));

        var kept = (await ReadAsync(host)).Single();
        Assert.That(kept.Event, Is.EqualTo(nameof(Shouted)));
        Assert.That(kept.Outcome, Is.EqualTo(new string('y', 64)));
        Assert.That(kept.Details, Is.EqualTo("{\"text\":\"" + new string('x', 256) + "\",\"odd\":\"\\\"\u00e4\\u0000\",\"flag\":true,\"number\":7,\"half\":1.5,\"time\":\"2026-01-02T03:04:05+00:00\"}"));
    }

    [TestCase(Keeping.Memory)]
    [TestCase(Keeping.Sqlite)]
    public async Task What_is_older_than_the_retention_goes_with_a_sweep_and_nothing_else(Keeping keeping)
    {
        await using var host = Start(keeping);
        await RaiseAsync(host, new SignInFailed("old"));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await RaiseAsync(host, new SignInFailed("new"));

        host.Clock.Advance(TimeSpan.FromDays(364) - TimeSpan.FromMilliseconds(1));
        await SweepAsync(host);
        Assert.That((await ReadAsync(host)).Select(entry => entry.Outcome), Is.EqualTo(new[] { "new", "old" }));

        host.Clock.Advance(TimeSpan.FromMilliseconds(2));
        await SweepAsync(host);
        Assert.That((await ReadAsync(host)).Select(entry => entry.Outcome), Is.EqualTo(new[] { "new" }));
    }

    private static async Task SweepAsync(FeatureHost host)
    {
        await using var home = await host.Get<AuthKit.Databases.HomeDatabase>().GetAsync(default);
        await host.Get<IEnumerable<AuthKit.Databases.ISweepable>>().OfType<AuditSweep>().Single().SweepAsync(home, Tenant.Home, host.Clock.GetUtcNow(), default);
    }

    [TestCase(Keeping.Memory)]
    [TestCase(Keeping.Sqlite)]
    public async Task Erasing_takes_address_and_device_from_one_account_s_entries_and_leaves_them(Keeping keeping)
    {
        await using var host = Start(keeping);
        await host.RegisterAsync();
        var anna = (await host.FindAsync(Email))!;
        await RaiseAsync(host, new PasswordChanged { UserId = anna.Id, Tenant = Tenant.Home });
        await RaiseAsync(host, new PasswordChanged { UserId = anna.Id, Tenant = Acme });
        var before = await ReadAsync(host);

        await using (var database = await host.Get<UserDatabases>().OfAsync(Tenant.Home, default))
        {
            foreach (var listener in host.Get<IEnumerable<IAccountErasureListener>>())
                await listener.ErasingAsync(new(database, Tenant.Home, anna), default);
        }

        var after = await ReadAsync(host);
        Assert.That(after.Select(entry => entry with { Address = null, Device = null }), Is.EqualTo(before.Select(entry => entry with { Address = null, Device = null })));
        Assert.That(after.Where(entry => entry.Tenant == Tenant.Home).Select(entry => (entry.Address, entry.Device)), Is.All.EqualTo(((string?)null, (string?)null)));
        Assert.That(after.Single(entry => entry.Tenant == Acme).Address, Is.EqualTo("198.51.100.7"));
    }

    [TestCase(1)]
    [TestCase(36526)]
    public void An_age_that_cannot_be_is_refused_at_the_start(int days) =>
        Assert.That(() => new FeatureHost(Keeping.Memory, builder => builder.AddAuditLogCore(log => log.Retention = TimeSpan.FromDays(days) - TimeSpan.FromTicks(days == 1 ? 1 : 0))), Throws.Exception.Message.Contains("AuditLog.Retention"));

    private sealed record LockedOutLike(int Count) : AuthEvent
    {
        protected internal override void Log(Microsoft.Extensions.Logging.ILogger logger) => Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(logger, "{Count}", Count);
    }

    private sealed record Shouted(string Text, string Odd, bool Flag, int Number, double Half, DateTimeOffset At) : AuthEvent
    {
        protected internal override string? Outcome => new('y', 65);

        protected internal override void Log(Microsoft.Extensions.Logging.ILogger logger) =>
            Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(logger, "{Text} {Odd} {Flag} {Number} {Half} {Time} {UserId} {None}", Text, Odd, Flag, Number, Half, At, Guid.NewGuid(), null);
    }
}
