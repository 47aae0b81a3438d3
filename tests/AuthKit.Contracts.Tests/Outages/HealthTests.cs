using System.Diagnostics;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Databases;
using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuthKit.Contracts.Tests.Outages;

/// <summary>Liveness and readiness apart; readiness says what is lost.</summary>
internal sealed class HealthTests
{
    private static readonly HostPlan Plan = new() { Services = services => services.AddHealthChecks().AddAuthKit() };

    [Test]
    public async Task Healthy_where_nothing_is_lost()
    {
        await using var host = await TestHost.StartAsync(Plan);

        Assert.That((await ReportAsync(host, "ready")).Status, Is.EqualTo(HealthStatus.Healthy));
        Assert.That((await ReportAsync(host, "live")).Status, Is.EqualTo(HealthStatus.Healthy));
    }

    [Test]
    public async Task A_database_that_is_away_is_said_and_the_process_lives()
    {
        var store = new BreakableStore(new SqliteStoreProvider());
        await using var host = await TestHost.StartAsync(Plan with { Build = builder => builder.Services.RemoveAll<IStoreProvider>().AddSingleton<IStoreProvider>(store) });
        store.Break = new StoreUnavailableException("away");

        await AssertLostAsync(host, "database", HealthStatus.Unhealthy);
        Assert.That((await ReportAsync(host, "live")).Status, Is.EqualTo(HealthStatus.Healthy));
    }

    [Test]
    public async Task A_schema_that_is_missing_or_older_is_said()
    {
        using var folder = new TemporaryFolder();
        var connection = $"Data Source={folder.PathOf("home.db")};Pooling=False";
        await using var host = await TestHost.StartAsync(Plan with { Build = builder => builder.UseSqlite(connection, migrate: false) });
        await AssertLostAsync(host, "schema", HealthStatus.Unhealthy);

        await using (var database = new SqliteStoreProvider().Open(connection))
            await database.MigrateAsync([.. host.Services.GetServices<Schema>()], default);
        Assert.That((await ReportAsync(host, "ready")).Status, Is.EqualTo(HealthStatus.Healthy));
        Execute(connection, "DELETE FROM authkit_schema WHERE version = (SELECT MAX(version) FROM authkit_schema)");

        await AssertLostAsync(host, "schema", HealthStatus.Unhealthy);
    }

    [Test]
    public async Task A_full_disk_is_said()
    {
        using var folder = new TemporaryFolder();
        if (Run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder.Path) != 0)
            Assert.Ignore("No small file system can be mounted here; root can.");
        try
        {
            await using var host = await TestHost.StartAsync(Plan with { Build = builder => builder.UseSqlite($"Data Source={folder.PathOf("home.db")}") });
            Assert.That((await ReportAsync(host, "ready")).Status, Is.EqualTo(HealthStatus.Healthy));
            Fill(folder.PathOf("rest"));

            // What the log of writes has room for already is still written.
            HealthReportEntry entry;
            var rounds = 0;
            do
                entry = (await ReportAsync(host, "ready")).Entries["authkit"];
            while (entry.Status == HealthStatus.Healthy && ++rounds < 2000);

            Assert.That(entry.Status, Is.EqualTo(HealthStatus.Unhealthy));
            Assert.That(entry.Data, Contains.Key("disk"));
            Assert.That((await new LaravelSpeaker().RegisterAsync(host)).Status, Is.EqualTo(503));
        }
        finally
        {
            Run("umount", "-l", folder.Path);
        }
    }

    [Test]
    public async Task A_ring_that_cannot_be_unsealed_is_said_and_serves_the_home_accounts()
    {
        await using var before = await TestHost.StartAsync();
        await using var host = await TestHost.StartAsync(Plan.And(new()
        {
            Services = services => services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()),
        }) with { Shared = before.Databases });

        await AssertLostAsync(host, "directory", HealthStatus.Degraded);
        await AssertLostAsync(host, "keys", HealthStatus.Degraded);
    }

    [Test]
    public async Task Mail_that_nobody_sends_is_said()
    {
        await using var host = await TestHost.StartAsync(Plan.And(new() { Services = services => services.RemoveAll<IAuthMailer>() }));
        await LaravelSpeaker.RequestResetAsync(host);
        Assert.That((await ReportAsync(host, "ready")).Status, Is.EqualTo(HealthStatus.Healthy));

        host.Clock.Advance(TimeSpan.FromMinutes(6));

        await AssertLostAsync(host, "mail", HealthStatus.Degraded);
    }

    private static async Task AssertLostAsync(TestHost host, string part, HealthStatus status)
    {
        var entry = (await ReportAsync(host, "ready")).Entries["authkit"];
        Assert.That(entry.Status, Is.EqualTo(status), entry.Description);
        Assert.That(entry.Data, Contains.Key(part));
        Assert.That(entry.Description, Does.Contain((string)entry.Data[part]));
    }

    private static Task<HealthReport> ReportAsync(TestHost host, string tag) =>
        host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains(tag));

    private static void Execute(string connectionString, string sql)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.That(command.ExecuteNonQuery(), Is.EqualTo(1));
    }

    private static void Fill(string path)
    {
        using var file = File.Create(path);
        try
        {
            for (var block = new byte[4096]; ;)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authkit-health-");

        public string Path => _folder.FullName;

        public string PathOf(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
