using AuthKit.TestServers;

namespace AuthKit.QuickStart.Tests.Engines;

/// <summary>Each documented key identifier, chosen by configuration alone.</summary>
public sealed class KeyIdentifierTests : QuickStartFixture
{
    private static IEnumerable<TestCaseData> Engines =>
    [
        new("PSGSQL", SqlTestServer.PostgreSql),
        new("MARIADB", SqlTestServer.MariaDb),
        new("MYSQL", SqlTestServer.MySql),
        new("MSSQL", SqlTestServer.SqlServer),
        new("MONGO", new MongoServer()),
    ];

    [TestCaseSource(nameof(Engines))]
    public async Task An_account_registers_signs_in_refreshes_and_signs_out(string keyIdentifier, TestServer server)
    {
        await using var database = await OwnDatabase.CreateAsync(server);
        await using var host = await QuickStartProcess.StartAsync(Folder, new Dictionary<string, string>
        {
            ["AuthKit:Database:KeyIdentifier"] = keyIdentifier,
            ["AuthKit:Database:ConnectionString"] = database.ConnectionString,
        });

        var (registered, _) = await host.PostAsync("/api/v1/register", new { name = "Anna", email = "anna@example.com", password = Password });
        var (signedIn, first) = await host.PostAsync("/api/v1/login", new { email = "anna@example.com", password = Password });
        var (refreshed, second) = await host.PostAsync("/api/v1/token/refresh", new { refresh_token = (string?)first!["data"]!["refresh_token"] });
        var access = (string?)second!["data"]!["access_token"];
        var (seen, _) = await host.GetAsync("/me", SampleProcess.Bearer(access));
        var (signedOut, _) = await host.PostAsync("/api/v1/logout", new { }, SampleProcess.Bearer(access));
        var (gone, _) = await host.PostAsync("/api/v1/token/refresh", new { refresh_token = (string?)second["data"]!["refresh_token"] });
        var (unseen, _) = await host.GetAsync("/me", SampleProcess.Bearer(access));

        Assert.That(new[] { registered, signedIn, refreshed, seen, signedOut, gone, unseen }, Is.EqualTo(new[] { 200, 200, 200, 200, 200, 401, 401 }));
    }
}
