using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.Startup;

/// <summary>What an operator can set wrong is said in a sentence, at the start.</summary>
internal sealed class MissettingTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("authkit-startup-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_misspelt_key_is_named_wherever_it_stands()
    {
        var logs = await StartAsync(new()
        {
            ["AuthKit:Isuer"] = "https://auth.example",
            ["AuthKit:Tokens:AccesTokenLifetime"] = "00:05:00",
            ["AuthKit:Mail:Smtp:Hots"] = "mail.example",
            ["AuthKit:Passwords:Argon2id:Memory"] = "1",
            ["AuthKit:Clients:0:Id"] = "app",
            ["AuthKit:Clients:0:RedirectUri"] = "https://app.example/",
            ["AuthKit:Tenants:0:Alias"] = "demo",
            ["AuthKit:Tenants:0:KeyIdentifier"] = "SQLITE",
            ["AuthKit:Tenants:0:ConnectionString"] = "Data Source=x",
            ["AuthKit:Tenants:0:Migrat"] = "false",
            ["AuthKit:Tokens:SigningAlgorithms:0"] = "RS256",
            ["AuthKit:Sessions:RefreshGrace"] = "00:00:05",
        });

        string[] misspelt = ["AuthKit:Isuer", "AuthKit:Tokens:AccesTokenLifetime", "AuthKit:Mail:Smtp:Hots", "AuthKit:Passwords:Argon2id:Memory", "AuthKit:Clients:0:RedirectUri", "AuthKit:Tenants:0:Migrat"];
        Assert.That(Warnings(logs).Where(static text => text.Contains("no setting", StringComparison.Ordinal)).Select(text => misspelt.Single(key => text.Contains($"'{key}'", StringComparison.Ordinal))), Is.EquivalentTo(misspelt));
    }

    [Test]
    public async Task A_section_that_is_not_there_is_said() =>
        Assert.That(Warnings(await StartAsync(section: "AuthKti")), Has.Some.Contains("'AuthKti'").And.Contains("is not there"));

    [Test]
    public async Task Routes_that_were_not_mapped_are_said()
    {
        Assert.That(Warnings(await StartAsync(map: false)), Has.Some.Contains("MapAuthKit"));
        Assert.That(Warnings(await StartAsync()), Has.None.Contains("MapAuthKit"));
    }

    [Test]
    public async Task Production_wants_an_https_issuer_and_keys_that_last()
    {
        foreach (var issuer in new[] { "authkit", "http://auth.example" })
            Assert.That(Warnings(await StartAsync(new() { ["AuthKit:Issuer"] = issuer }, environment: "Production")), Has.Some.Contains($"Issuer is '{issuer}'"));
        Assert.That(Warnings(await StartAsync(new() { ["AuthKit:Issuer"] = "https://auth.example" }, environment: "Production")), Has.None.Contains("Issuer is").And.Some.Contains("Data Protection"));
        Assert.That(Warnings(await StartAsync(environment: "Development")), Has.None.Contains("Issuer is").And.None.Contains("Data Protection"));
        Assert.That(
            Warnings(await StartAsync(environment: "Production", more: services => services.AddDataProtection().PersistKeysToFileSystem(new(_folder)))),
            Has.None.Contains("Data Protection"));
    }

    [Test]
    public void A_connection_string_that_is_null_or_empty_is_missing() => Assert.Multiple(() =>
    {
        Assert.That(() => StartAsync(build: builder => builder.UsePostgreSql(null!)), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("no connection string"));
        Assert.That(() => StartAsync(build: builder => builder.AddTenant("demo", "SQLITE", null!)), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("'demo' has no connection string"));
        Assert.That(
            () => StartAsync(new() { ["AuthKit:Database:KeyIdentifier"] = "SQLITE", ["AuthKit:Database:ConnectionString"] = "" }),
            Throws.ArgumentException.With.Message.Contains("AuthKit:Database:ConnectionString is missing"));
    });

    [Test]
    public async Task A_folder_that_is_not_there_is_said()
    {
        var logs = await StartAsync(build: builder => builder.UseSqlite($"Data Source={Path.Combine(_folder, "missing", "app.db")}"));

        Assert.That(logs.Entries.Where(entry => entry.Level == LogLevel.Error).Select(entry => entry.Text), Has.Some.Contains("the folder of its Data Source is not there"));
    }

    [TestCase("x", "fewer than 8")]
    [TestCase(null, "nowhere to send a browser back to")]
    public void A_client_that_cannot_be_is_refused(string? secret, string sentence) => Assert.That(
        () => StartAsync(build: builder => builder.Services.Configure<AuthKitOptions>(options => options.Clients.Add(new() { Id = "app", Secret = secret, Grants = { GrantTypes.AuthorizationCode } }))),
        Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(sentence));

    [Test]
    public async Task A_clock_that_is_far_from_the_servers_is_said()
    {
        foreach (var (hours, said) in new[] { (2, true), (0, false) })
        {
            var logs = await StartAsync(build: builder => builder.UseDatabase(_ => new Clocked(new SqliteStoreProvider().Open($"Data Source={Path.Combine(_folder, $"{Guid.NewGuid():N}.db")}"), TimeSpan.FromHours(hours))));
            Assert.That(Warnings(logs).Any(static text => text.Contains("clock", StringComparison.Ordinal)), Is.EqualTo(said));
        }
    }

    private static IEnumerable<string> Warnings(CapturedLogs logs) => logs.Entries.Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.Text);

    private Task<CapturedLogs> StartAsync(
        Dictionary<string, string?>? settings = null,
        string section = "AuthKit",
        string environment = "Production",
        bool map = true,
        Action<AuthKitBuilder>? build = null,
        Action<IServiceCollection>? more = null) => StartingHost.RunAsync(_folder, new("", "")
        {
            Settings = settings ?? [],
            Section = section,
            Environment = environment,
            Build = build ?? (_ => { }),
            Services = more ?? (_ => { }),
            Map = map ? app => app.MapAuthKit() : _ => { },
        });

    /// <summary>A database whose server's clock is wrong.</summary>
    private sealed class Clocked(IDatabase inner, TimeSpan ahead) : IDatabase
    {
        public IRecords Records => inner.Records;

        public Task MigrateAsync(IReadOnlyList<Schema> schemas, CancellationToken cancellationToken) => inner.MigrateAsync(schemas, cancellationToken);

        public Task PingAsync(CancellationToken cancellationToken) => inner.PingAsync(cancellationToken);

        public Task<DateTimeOffset?> GetTimeAsync(CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(TimeProvider.System.GetUtcNow() + ahead);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
