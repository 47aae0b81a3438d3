using System.Text.Json.Nodes;
using AuthKit.Databases.Brought;
using AuthKit.Docs.Tests.Extending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Docs.Tests;

/// <summary>Document 004 taken literally: a registration's own database is opened.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class ClientDatabasesTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("authkit-clients-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_registration_brings_its_database_along()
    {
        await using var host = await RunningHost.StartAsync((builder, database) => Hosts.ClientDatabases(builder, database("home"), _folder));

        var made = await RegisterAsync(host, "anna@example.com", "Data Source=shop.db");
        var (signedIn, pair) = await host.PostAsync("/api/auth/login", new { email = "anna@example.com", password = "correct horse 7!" });
        var (refreshed, _) = await host.PostAsync("/api/auth/refresh", new { token = (string?)pair["token"], refreshToken = (string?)pair["refreshToken"] });

        Assert.Multiple(() =>
        {
            Assert.That(made.Status, Is.EqualTo(201));
            Assert.That(signedIn, Is.EqualTo(200));
            Assert.That(refreshed, Is.EqualTo(200));
            Assert.That(TenantOf((string)pair["token"]!), Does.StartWith("client-"));
            Assert.That(File.Exists(Path.Combine(_folder, "shop.db")));
        });
    }

    [TestCase("Data Source=../home.db", "SQLITE")]
    [TestCase("Data Source=/etc/passwd", "SQLITE")]
    [TestCase("Data Source=file:///etc/passwd", "SQLITE")]
    [TestCase("Host=127.0.0.1;Database=a;Username=u;Password=p", "PSGSQL")]
    [TestCase("Host=10.0.0.1.databases.example;Database=a;Username=u;Password=p", "PSGSQL")]
    [TestCase("Host=169.254.169.254;Port=80;Database=a;Username=u;Password=p", "PSGSQL")]
    [TestCase("Host=db.databases.example@127.0.0.1;Database=a;Username=u;Password=p", "PSGSQL")]
    [TestCase("Server=127.0.0.1;Database=a;Uid=u;Pwd=p", "MYSQL")]
    [TestCase("mongodb+srv://USER:PASSWORD@cluster.example.net/", "MONGO")]
    public async Task Every_refusal_says_the_same(string connectionString, string engine)
    {
        await using var host = await RunningHost.StartAsync((builder, database) => Hosts.ClientDatabases(builder, database("home"), _folder));
        var refused = await RegisterAsync(host, "anna@example.com", connectionString, engine);
        Assert.That(refused.Status, Is.EqualTo(400));
        Assert.That(refused.Body, Is.EqualTo("{\"success\":false,\"message\":\"The Connection String is invalid.\"}"));
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    [Test]
    public async Task Another_node_serves_a_tenant_that_it_has_not_seen()
    {
        var home = Path.Combine(_folder, "..", Path.GetFileName(_folder) + "-home.db");
        try
        {
            await using var one = await RunningHost.StartAsync((builder, _) => SharedHost(builder, home));
            await using var other = await RunningHost.StartAsync((builder, _) => SharedHost(builder, home));
            await RegisterAsync(one, "anna@example.com", "Data Source=shop.db");
            var (signedIn, pair) = await other.PostAsync("/api/auth/login", new { email = "anna@example.com", password = "correct horse 7!" });
            Assert.That(signedIn, Is.EqualTo(200));
            Assert.That(TenantOf((string)pair["token"]!), Does.StartWith("client-"));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            File.Delete(home);
        }
    }

    [Test]
    public void Production_takes_an_acknowledgement_by_name() =>
        Assert.That(
            () => StartAsync(policy => policy.AcceptThatStrangersChooseWhereThisServerConnects = false),
            Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("AcceptThatStrangersChooseWhereThisServerConnects"));

    [Test]
    public void A_folder_with_the_host_s_own_database_is_refused() =>
        Assert.That(
            () => RunningHost.StartAsync((builder, _) => Hosts.ClientDatabases(builder, $"Data Source={Path.Combine(_folder, "home.db")}", _folder)),
            Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("SqliteFolder holds a database of the host's own"));

    [TestCase("*")]
    [TestCase("*.com")]
    [TestCase("http://db.example.com")]
    public void A_pattern_that_is_none_is_refused(string host) =>
        Assert.That(() => StartAsync(policy => policy.Hosts.Add(host)), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("Hosts"));

    // Nodes of one home database share the keys that protect what is in it.
    private void SharedHost(WebApplicationBuilder builder, string home)
    {
        Hosts.ClientDatabases(builder, $"Data Source={home}", _folder);
        builder.Services.AddDataProtection().SetApplicationName("AuthKit.Docs.Tests");
    }

    private async Task StartAsync(Action<ClientDatabasePolicy> change)
    {
        await using var host = await RunningHost.StartAsync((builder, database) =>
        {
            Hosts.ClientDatabases(builder, database("home"), _folder);
            builder.Services.AddAuthKit().AllowClientDatabases(change);
        });
    }

    private static async Task<(int Status, string Body)> RegisterAsync(RunningHost host, string email, string connectionString, string engine = "SQLITE")
    {
        var body = new { email, password = "correct horse 7!", db = new { connectionString, keyIdentifier = engine } };
        using var response = await host.Client.PostAsync("/api/auth/register", System.Net.Http.Json.JsonContent.Create(body));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static string? TenantOf(string token) =>
        (string?)JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!["tid"];
}
