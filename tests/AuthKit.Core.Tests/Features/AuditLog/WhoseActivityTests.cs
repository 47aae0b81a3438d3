using AuthKit.Events;
using AuthKit.Features.AuditLog;
using AuthKit.Tenants;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Core.Tests.Features.FeatureHost;

namespace AuthKit.Core.Tests.Features.AuditLog;

/// <summary>An owner sees what happened to their own account, and nobody else's; a tenant's database writes nothing into the host's log.</summary>
internal sealed class WhoseActivityTests
{
    private static FeatureHost Start(Keeping keeping = Keeping.Memory) => new(keeping, static builder => builder.AddAuditLogCore());

    [Test]
    public async Task Nobody_sees_another_s()
    {
        await using var host = Start();
        await host.RegisterAsync();
        await host.RegisterAsync("ben@example.com");
        await host.SignInAsync(password: "wrong");
        var (anna, ben) = ((await host.SignInAsync()).Value!, (await host.SignInAsync("ben@example.com")).Value!);

        var (annas, bens) = (await host.DoAsync(AuditLogFlows.ListActivity, new(anna.AccessToken)), await host.DoAsync(AuditLogFlows.ListActivity, new(ben.AccessToken)));

        Assert.That(annas.Entries.Select(entry => entry.Event), Is.EqualTo(new[] { nameof(SignedIn), nameof(SignInFailed), nameof(SignedIn), nameof(Registered) }));
        Assert.That(bens.Entries.Select(entry => entry.Event), Is.EqualTo(new[] { nameof(SignedIn), nameof(SignedIn), nameof(Registered) }));
        Assert.That(annas.Entries[0].SessionId, Is.EqualTo(annas.SessionId));
    }

    /// <summary>A cursor tells a place, and not whose.</summary>
    [Test]
    public async Task Nor_with_another_s_cursor()
    {
        await using var host = Start();
        await host.RegisterAsync();
        await host.RegisterAsync("ben@example.com");
        var (anna, ben) = ((await host.SignInAsync()).Value!, (await host.SignInAsync("ben@example.com")).Value!);
        var cursor = (await host.DoAsync(AuditLogFlows.ListActivity, new(ben.AccessToken, Limit: "1"))).Next;

        var annas = await host.DoAsync(AuditLogFlows.ListActivity, new(anna.AccessToken, cursor));

        var owner = (await host.FindAsync(Email))!.Id;
        Assert.That(annas.Entries, Is.Not.Empty);
        Assert.That(annas.Entries.Select(entry => entry.UserId), Is.All.EqualTo(owner));
    }

    [Test]
    public async Task Without_a_token_that_counts_there_is_none()
    {
        await using var host = Start();
        await host.RegisterAsync();
        var tokens = (await host.SignInAsync()).Value!;
        await host.DoAsync(Flows.Logout, new(tokens.AccessToken));

        Assert.That(await host.FailAsync(AuditLogFlows.ListActivity, new(null)), Is.EqualTo(Fault.MissingToken));
        Assert.That(await host.FailAsync(AuditLogFlows.ListActivity, new(tokens.AccessToken)), Is.EqualTo(Fault.InvalidToken));
    }

    [TestCase(Keeping.Memory)]
    [TestCase(Keeping.Sqlite)]
    public async Task What_happens_in_a_tenant_is_kept_at_home_and_what_its_database_says_is_not_believed(Keeping keeping)
    {
        await using var host = Start(keeping);
        await host.RegisterAsync("carl@example.com", Acme);
        var carl = (await host.FindAsync("carl@example.com", Acme))!;
        await using (var database = await host.Get<UserDatabases>().OfAsync(Acme, default))
        {
            Assert.That(await database.Audit.ListAsync(new(), null, 10, default), Is.Empty);
            await database.Audit.AddAsync(new() { Id = Guid.CreateVersion7(), At = host.Clock.GetUtcNow(), Event = "Forged", Tenant = Acme, UserId = carl.Id }, default);
        }

        var tokens = (await host.SignInAsync("carl@example.com")).Value!;
        var seen = await host.DoAsync(AuditLogFlows.ListActivity, new(tokens.AccessToken));

        Assert.That(seen.Entries.Select(entry => (entry.Event, entry.Tenant)), Is.EqualTo(new[] { (nameof(SignedIn), Acme), (nameof(SignedIn), Acme), (nameof(Registered), Acme) }));
    }

    /// <summary>A database that somebody has brought may say that its account has the id of another's.</summary>
    [Test]
    public async Task The_same_id_in_a_tenant_s_database_opens_nothing_of_the_home_account()
    {
        await using var host = Start();
        await host.RegisterAsync();
        await host.RegisterAsync("carl@example.com", Acme);
        var carl = (await host.FindAsync("carl@example.com", Acme))!;
        await host.Get<IEvents>().RaiseAsync(new PasswordChanged { UserId = carl.Id, Tenant = Tenant.Home }, default);

        var tokens = (await host.SignInAsync("carl@example.com")).Value!;
        var seen = await host.DoAsync(AuditLogFlows.ListActivity, new(tokens.AccessToken));

        Assert.That(seen.Entries.Select(entry => entry.Event), Does.Not.Contain(nameof(PasswordChanged)));
    }
}
