using AuthKit.Core.Tests.Networking;
using System.Net;
using AuthKit.Databases;
using AuthKit.Databases.Brought;

namespace AuthKit.Core.Tests.Tenants.BroughtDatabases;

/// <summary>What strangers write into connection strings to make a server talk to what it should not.</summary>
public sealed class ServerSideRequestForgeryTests
{
    private StandInServer _server = null!;
    private StandInResolver _resolver = null!;
    private ClientDatabasePolicy _policy = null!;
    private BroughtDatabaseGate _gate = null!;

    [SetUp]
    public void SetUp()
    {
        (_server, _resolver) = (new(), new StandInResolver().Answer("db.example.com", "8.8.8.8"));
        _policy = new() { Engines = { DatabaseEngine.PostgreSql }, Hosts = { "db.example.com", "*.tenants.example.com" } };
        var engines = new DatabaseEngines([_server]);
        _gate = new(engines, new(engines, []), new(_resolver));
    }

    [Test]
    public async Task An_allowed_host_is_connected_to_at_the_address_that_was_checked()
    {
        Assert.That(await OpensAsync("Host=db.example.com;Database=a"), Is.True);
        Assert.That(_server.Connected, Is.EqualTo(new[] { IPAddress.Parse("8.8.8.8") }));
    }

    [TestCase("127.0.0.1", Description = "loopback")]
    [TestCase("localhost", Description = "loopback by name")]
    [TestCase("2130706433", Description = "decimal")]
    [TestCase("0x7f000001", Description = "hexadecimal")]
    [TestCase("0x7f.0.0.1", Description = "hexadecimal in part")]
    [TestCase("017700000001", Description = "octal")]
    [TestCase("0177.0.0.1", Description = "octal in part")]
    [TestCase("127.1", Description = "short")]
    [TestCase("0", Description = "this host")]
    [TestCase("169.254.169.254", Description = "metadata")]
    [TestCase("2852039166", Description = "metadata, decimal")]
    [TestCase("10.0.0.5", Description = "private")]
    public async Task An_address_in_disguise_is_refused_even_where_a_careless_policy_lists_it(string host)
    {
        _policy.Hosts.Add(host);
        _resolver.Answer("localhost", "127.0.0.1 ::1");
        await RefusesAsync($"Host={host};Database=a");
        Assert.That(_resolver.Asked, Is.EqualTo(host == "localhost" ? 1 : 0), "an address is not a name to be looked up");
    }

    [TestCase("::1")]
    [TestCase("[::1]")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("[::ffff:7f00:1]")]
    [TestCase("0:0:0:0:0:0:0:1")]
    [TestCase("fe80::1%eth0")]
    [TestCase("64:ff9b::127.0.0.1")]
    [TestCase("fd00:ec2::254")]
    public Task An_IPv6_address_is_no_host_of_the_list(string host) => RefusesAsync($"Host={host};Database=a");

    [TestCase("127.0.0.1")]
    [TestCase("10.1.2.3")]
    [TestCase("169.254.169.254")]
    [TestCase("::1")]
    [TestCase("::ffff:10.0.0.1")]
    [TestCase("64:ff9b::10.0.0.1")]
    [TestCase("fd12::1")]
    [TestCase("8.8.8.8 10.0.0.1", Description = "one good, one bad")]
    [TestCase("2606:4700:4700::1111 fe80::1", Description = "one good, one bad")]
    public Task An_allowed_name_that_resolves_to_a_private_address_is_refused(string addresses)
    {
        _resolver.Answer("a.tenants.example.com", addresses);
        return RefusesAsync("Host=a.tenants.example.com;Database=a");
    }

    [Test]
    public async Task A_name_that_is_bound_anew_between_check_and_open_is_refused()
    {
        _resolver.Answer("a.tenants.example.com", "8.8.8.8", "127.0.0.1");
        var connection = _gate.Read(DatabaseEngine.PostgreSql, "Host=a.tenants.example.com", _policy)!;
        Assert.That(await _gate.AdmitsAsync(DatabaseEngine.PostgreSql, connection, _policy, default), Is.True);
        await RefusesAsync(connection.ConnectionString);
    }

    [Test]
    public async Task A_name_that_is_bound_anew_after_the_last_check_leads_nowhere_else()
    {
        _resolver.Answer("a.tenants.example.com", "8.8.8.8", "127.0.0.1");
        Assert.That(await OpensAsync("Host=a.tenants.example.com"), Is.True);
        Assert.That(_server.Connected.Single(), Is.EqualTo(IPAddress.Parse("8.8.8.8")), "the driver is given the address, not the name");
    }

    [TestCase("user@127.0.0.1")]
    [TestCase("db.example.com@127.0.0.1")]
    [TestCase("db.example.com:5432@127.0.0.1")]
    [TestCase("127.0.0.1#db.example.com")]
    [TestCase("127.0.0.1#.tenants.example.com")]
    [TestCase("127.0.0.1?.tenants.example.com")]
    [TestCase("127.0.0.1,db.example.com", Description = "a list")]
    [TestCase("db.example.com,127.0.0.1")]
    [TestCase("db.example.com:22", Description = "a port in the name")]
    [TestCase("evil.test\0.tenants.example.com")]
    [TestCase("db.example.com.", Description = "another spelling")]
    public Task User_information_and_lists_in_a_name_fool_nobody(string host) => RefusesAsync($"Host=\"{host}\";Database=a");

    [TestCase("file:///etc/passwd")]
    [TestCase("http://db.example.com/")]
    [TestCase("/var/run/postgresql")]
    [TestCase("@abstract")]
    [TestCase("\\\\server\\share")]
    [TestCase("\\\\.\\pipe\\sql\\query")]
    [TestCase("np:db.example.com")]
    [TestCase("(localdb)\\MSSQLLocalDB")]
    public Task Files_sockets_pipes_and_shares_are_no_hosts(string host) => RefusesAsync($"Host=\"{host}\";Database=a");

    [TestCase("Host=db.example.com;Port=22")]
    [TestCase("Host=db.example.com;Port=0")]
    [TestCase("Host=db.example.com;Port=-1")]
    [TestCase("Host=db.example.com;Port=x")]
    public Task Another_port_of_an_allowed_host_is_refused(string connectionString) => RefusesAsync(connectionString);

    [TestCase("")]
    [TestCase("=")]
    [TestCase("\"")]
    [TestCase("mongodb://db.example.com/a")]
    public Task What_is_no_connection_string_is_refused(string connectionString) => RefusesAsync(connectionString);

    [Test]
    public Task What_is_too_long_is_refused() => RefusesAsync("Host=db.example.com;Database=" + new string('a', 5_000));

    [Test]
    public async Task Another_engine_is_refused()
    {
        _policy.Engines.Clear();
        await RefusesAsync("Host=db.example.com;Database=a");
    }

    [Test]
    public Task An_unknown_host_of_an_allowed_domain_is_refused() => RefusesAsync("Host=nobody.tenants.example.com;Database=a");

    private async Task<bool> OpensAsync(string connectionString) => await _gate.OpenAsync(DatabaseEngine.PostgreSql, connectionString, _policy, default) is not null;

    private async Task RefusesAsync(string connectionString)
    {
        Assert.That(await OpensAsync(connectionString), Is.False);
        Assert.That(_server.Connected, Is.Empty);
    }
}
