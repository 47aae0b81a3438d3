using System.Text.Json.Nodes;
using AuthKit.TestServers;

namespace AuthKit.QuickStart.Tests.Engines;

/// <summary>TenantHost with its tenants on three engines, and document 004 over all of them.</summary>
public sealed class TenantHostTests : QuickStartFixture
{
    private const string Email = "anna@example.com";

    private static IEnumerable<TestCaseData> Servers =>
    [
        new("MARIADB", SqlTestServer.MariaDb),
        new("MYSQL", SqlTestServer.MySql),
    ];

    [TestCaseSource(nameof(Servers))]
    public async Task Users_of_three_engines_are_strangers_in_one_process(string keyIdentifier, TestServer server)
    {
        await using var acme = await OwnDatabase.CreateAsync(SqlTestServer.PostgreSql);
        await using var globex = await OwnDatabase.CreateAsync(server);
        await using var host = await SampleProcess.StartAsync("TenantHost", new Dictionary<string, string>
        {
            ["AuthKit:Database:ConnectionString"] = $"Data Source={Path.Combine(Folder, "home.db")}",
            ["AuthKit:Tenants:0:KeyIdentifier"] = "PSGSQL",
            ["AuthKit:Tenants:0:ConnectionString"] = acme.ConnectionString,
            ["AuthKit:Tenants:1:KeyIdentifier"] = keyIdentifier,
            ["AuthKit:Tenants:1:ConnectionString"] = globex.ConnectionString,
            ["AuthKit:Tenants:2:ConnectionString"] = $"Data Source={Path.Combine(Folder, "initech.db")}",
            ["AuthKit:Mail:PickupDirectory"] = Path.Combine(Folder, "outbox"),
        });
        (string Alias, string Engine)[] tenants = [("acme", "PSGSQL"), ("globex", keyIdentifier), ("initech", "SQLITE")];
        var ids = new List<string>();

        foreach (var (alias, engine) in tenants)
        {
            Assert.That(await RegisterAsync(host, alias, engine, $"{alias}@example.com"), Is.EqualTo(201), alias);
            Assert.That(await RegisterAsync(host, alias, engine, $"{alias}@example.com"), Is.EqualTo(400), "taken");
            // The same address is another account in each of them.
            Assert.That(await RegisterAsync(host, alias, engine, Email), Is.EqualTo(201), alias);
            ids.Add(await LiveAsync(host, alias, await SignInAsync(host, $"{alias}@example.com")));
            ids.Add(await LiveAsync(host, alias, await SignInAsync(host, Email, ("X-Tenant", alias))));
        }

        Assert.That(await RegisterAsync(host, "acme", "SQLITE", "bert@example.com"), Is.EqualTo(400), "another engine's");
        Assert.That((await SignInAsync(host, Email)).Status, Is.EqualTo(200), "Nobody said which one: the first whose password it is.");
        Assert.That(ids.Distinct().Count(), Is.EqualTo(6));
    }

    private static async Task<int> RegisterAsync(SampleProcess host, string alias, string engine, string email) =>
        (await host.PostAsync("/api/auth/register", new { email, password = Password, db = new { connectionString = alias, keyIdentifier = engine } })).Status;

    private static Task<(int Status, JsonNode? Body)> SignInAsync(SampleProcess host, string email, params (string Name, string Value)[] headers) =>
        host.PostAsync("/api/auth/login", new { email, password = Password }, headers);

    /// <summary>Uses a session of the tenant's, and its successor.</summary>
    /// <returns>The account's id.</returns>
    private static async Task<string> LiveAsync(SampleProcess host, string alias, (int Status, JsonNode? Body) signedIn)
    {
        Assert.That(signedIn.Status, Is.EqualTo(200), alias);
        var refresh = new { token = (string?)signedIn.Body!["token"], refreshToken = (string?)signedIn.Body["refreshToken"] };
        var (refreshed, next) = await host.PostAsync("/api/auth/refresh", refresh);
        Assert.That(refreshed, Is.EqualTo(200), alias);

        var (seen, who) = await host.GetAsync("/tenant", SampleProcess.Bearer((string?)next!["token"]));
        Assert.That((seen, (string?)who!["tenant"]), Is.EqualTo((200, alias)));
        return (string)who["user"]!;
    }
}
