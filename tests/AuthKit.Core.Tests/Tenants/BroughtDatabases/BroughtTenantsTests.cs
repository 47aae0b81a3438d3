using AuthKit.Core.Tests.Networking;
using System.Text;
using AuthKit.Conformance;
using AuthKit.Conformance.InMemory;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Databases.Brought;
using AuthKit.Tenants.Brought;

namespace AuthKit.Core.Tests.Tenants.BroughtDatabases;

public sealed class BroughtTenantsTests
{
    private const string Brought = "Host=a.tenants.example.com;Database=shop";

    private InMemoryStoreProvider _home = null!;
    private StandInServer _server = null!;
    private StandInResolver _resolver = null!;

    [SetUp]
    public void SetUp()
    {
        (_home, _server) = (new(DatabaseEngine.Sqlite), new());
        _resolver = new StandInResolver().Answer("a.tenants.example.com", "8.8.8.8").Answer("b.tenants.example.com", "8.8.4.4");
    }

    [Test]
    public async Task A_registration_lives_in_the_database_that_it_brought()
    {
        await using var node = NewNode();
        var pair = Value(await node.RegisterAsync("anna@example.com", Brought)).Tokens!;

        var caller = (await node.CallerAsync(pair))!;
        Assert.That(BroughtAlias.Is(caller.Tenant));
        Assert.That((await node.CallerAsync(Value(await node.LoginAsync("anna@example.com"))))!.Tenant, Is.EqualTo(caller.Tenant));
        Assert.That(await _server.Open("Host=a.tenants.example.com;Database=shop").Users.FindByIdAsync(caller.UserId, default), Is.Not.Null);
        Assert.That(await _home.Open("home").Users.FindByIdAsync(caller.UserId, default), Is.Null);
    }

    [Test]
    public async Task The_same_string_in_other_words_is_the_same_tenant_and_another_is_another()
    {
        await using var node = NewNode();
        var one = await TenantOfAsync(node, "a@example.com", Brought);
        Assert.That(await TenantOfAsync(node, "b@example.com", "database=shop;HOST=a.tenants.example.com;Passfile=/etc/passwd"), Is.EqualTo(one));
        Assert.That(await TenantOfAsync(node, "c@example.com", "Host=a.tenants.example.com;Database=other"), Is.Not.EqualTo(one));
        Assert.That(await TenantOfAsync(node, "d@example.com", "Host=b.tenants.example.com;Database=shop"), Is.Not.EqualTo(one));
    }

    [Test]
    public async Task Another_node_knows_a_tenant_that_it_has_not_opened_yet()
    {
        await using var one = NewNode();
        await using var other = NewNode();
        var pair = Value(await one.RegisterAsync("anna@example.com", Brought)).Tokens!;
        Assert.That(await other.CallerAsync(pair), Is.Not.Null);
        Assert.That((await other.RefreshAsync(pair)).Succeeded(out _, out _), Is.True);
        Assert.That((await other.LoginAsync("anna@example.com")).Succeeded(out _, out _), Is.True);
    }

    [Test]
    public async Task A_registered_tenant_is_selected_as_ever_and_not_checked()
    {
        await using var node = NewNode();
        Assert.That(await TenantOfAsync(node, "a@example.com", "registered"), Is.EqualTo("registered"));
        Assert.That(await TenantOfAsync(node, "b@example.com", "Database=registered;Host=own.example.com"), Is.EqualTo("registered"));
        Assert.That(_resolver.Asked, Is.Zero);
    }

    [Test]
    public async Task Where_the_host_allows_none_nothing_is_opened()
    {
        await using var node = NewNode();
        node.Get<Microsoft.Extensions.Options.IOptions<AuthKitOptions>>().Value.ClientDatabases = null;
        Refused(await node.RegisterAsync("a@example.com", Brought));
        Assert.That(_server.Connected, Is.Empty);
    }

    [Test]
    public async Task What_cannot_be_reached_makes_no_tenant_and_may_be_tried_again()
    {
        await using var node = NewNode(policy => policy.MaxTenants = 1);
        _server.Fails = _ => new TimeoutException("8.8.8.8 does not answer");
        Refused(await node.RegisterAsync("a@example.com", Brought));
        _server.Fails = _ => null;
        Assert.That(await TenantOfAsync(node, "a@example.com", Brought), Is.Not.Empty);
    }

    [Test]
    public async Task Beyond_the_quota_nothing_is_opened_and_who_is_in_stays_in()
    {
        await using var node = NewNode(policy => policy.MaxTenants = 1);
        var first = await TenantOfAsync(node, "a@example.com", Brought);
        var connected = _server.Connected.Count;
        Refused(await node.RegisterAsync("b@example.com", "Host=b.tenants.example.com;Database=shop"));
        Assert.That(_server.Connected, Has.Count.EqualTo(connected));
        Assert.That(await TenantOfAsync(node, "c@example.com", Brought), Is.EqualTo(first));
    }

    [Test]
    public async Task Two_nodes_that_race_keep_the_quota_together()
    {
        await using var one = NewNode(policy => policy.MaxTenants = 5);
        await using var other = NewNode(policy => policy.MaxTenants = 5);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() =>
            (i % 2 == 0 ? one : other).RegisterAsync($"u{i}@example.com", $"Host=a.tenants.example.com;Database=d{i}"))));
        Assert.That(outcomes.Count(outcome => outcome.Succeeded(out _, out _)), Is.EqualTo(5));
        Assert.That((await _home.Open("home").Tenants.ListAsync(default)).Select(tenant => tenant.Slot), Is.EquivalentTo(Enumerable.Range(0, 5)));
    }

    [Test]
    public async Task A_tenant_whose_name_leads_elsewhere_by_now_is_not_opened_again()
    {
        _resolver.Answer("a.tenants.example.com", "8.8.8.8", "8.8.8.8", "8.8.8.8", "127.0.0.1");
        await using var one = NewNode();
        var pair = Value(await one.RegisterAsync("anna@example.com", Brought)).Tokens!;
        await using var other = NewNode();
        Assert.That(() => other.RefreshAsync(pair), Throws.InstanceOf<StoreUnavailableException>().With.Message.Not.Contains("example.com").And.InnerException.Null);
        Assert.That(_server.Connected.Select(address => address.ToString()), Is.All.EqualTo("8.8.8.8"));
    }

    [Test]
    public async Task The_home_database_holds_no_connection_string()
    {
        await using var node = NewNode();
        var alias = await TenantOfAsync(node, "anna@example.com", Brought);
        var row = (await _home.Open("home").Tenants.FindByAliasAsync(alias, default))!;
        Assert.That(Encoding.UTF8.GetString(row.ProtectedConnection), Does.Not.Contain("tenants"));
        Assert.That(row.ToString(), Does.Not.Contain("shop"));
    }

    [Test]
    public async Task A_stranger_s_database_does_not_come_between_the_host_and_its_users()
    {
        await using var node = NewNode();
        await node.RegisterAsync("anna@example.com", "registered");
        await node.RegisterAsync("anna@example.com", Brought);
        Assert.That((await node.CallerAsync(Value(await node.LoginAsync("anna@example.com"))))!.Tenant, Is.EqualTo("registered"));
    }

    [Test]
    public async Task A_stranger_s_database_does_not_come_between_another_s_and_its_users()
    {
        await using var node = NewNode();
        var victim = await TenantOfAsync(node, "anna@example.com", Brought);
        await node.RegisterAsync("anna@example.com", "Host=b.tenants.example.com;Database=shop", password: "attacking horse 9!");
        Assert.That((await node.CallerAsync(Value(await node.LoginAsync("anna@example.com"))))!.Tenant, Is.EqualTo(victim));
        Assert.That((await node.CallerAsync(Value(await node.LoginAsync("anna@example.com", password: "attacking horse 9!"))))!.Tenant, Is.Not.EqualTo(victim));
    }

    [Test]
    public async Task One_whose_place_was_given_away_is_the_same_tenant_when_it_comes_back()
    {
        await using var node = NewNode();
        var pair = Value(await node.RegisterAsync("anna@example.com", Brought)).Tokens!;
        var tenant = (await node.CallerAsync(pair))!.Tenant;
        var store = _home.Open("home").Tenants;
        Assert.That(await store.RemoveAsync((await store.FindByAliasAsync(tenant, default))!, default), Is.True);

        Assert.That(await TenantOfAsync(node, "bert@example.com", Brought), Is.EqualTo(tenant));
        Assert.That((await node.LoginAsync("anna@example.com")).Succeeded(out _, out _), Is.True);
    }

    [Test]
    public async Task A_place_is_kept_once_somebody_has_registered_there()
    {
        await using var node = NewNode();
        var tenant = await TenantOfAsync(node, "anna@example.com", Brought);
        Assert.That(TenantSlots.IsOnTrial((await _home.Open("home").Tenants.FindByAliasAsync(tenant, default))!), Is.False);
    }

    [Test]
    public async Task No_flow_keeps_a_database_open()
    {
        await using var node = NewNode();
        var pair = Value(await node.RegisterAsync("anna@example.com", Brought)).Tokens!;
        await node.LoginAsync("anna@example.com");
        await node.LoginAsync("anna@example.com", password: "wrong horse 7!");
        await node.RefreshAsync(pair);
        await node.CallerAsync(pair);
        node.Get<Microsoft.Extensions.Options.IOptions<AuthKitOptions>>().Value.TenantDatabases.IdleTimeout = TimeSpan.FromSeconds(-1);
        await node.Get<TenantDatabases>().CloseIdleAsync(default);
        Assert.That(node.Get<TenantDatabases>().LeaseOpen(), Is.Empty);
    }

    private Node NewNode(Action<ClientDatabasePolicy>? policy = null) => new(_home, _server, _resolver, policy);

    private static async Task<string> TenantOfAsync(Node node, string email, string connectionString) =>
        (await node.CallerAsync(Value(await node.RegisterAsync(email, connectionString)).Tokens!))!.Tenant;

    private static T Value<T>(Outcome<T> outcome) where T : notnull
    {
        Assert.That(outcome.Succeeded(out var value, out var failure), Is.True, $"{failure?.Fault}");
        return value!;
    }

    private static void Refused<T>(Outcome<T> outcome) where T : notnull
    {
        Assert.That(outcome.Succeeded(out _, out var failure), Is.False);
        Assert.That(failure!.BrokenRules, Is.EqualTo(new BrokenRule[] { new(Field.ConnectionString, Rule.Unknown) }));
    }
}
