using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Outages;

/// <summary>A tenant whose database cannot be reached: its users wait and are told so, nobody else notices, and nothing is given away.</summary>
[TestFixture("PSGSQL", "Host=127.0.0.1;Port={0};Database={1};Username={2};Password={3};Timeout={4}")]
[TestFixture("MYSQL", "Server=127.0.0.1;Port={0};Database={1};User ID={2};Password={3};Connection Timeout={4}")]
[TestFixture("MSSQL", "Server=127.0.0.1,{0};Database={1};User ID={2};Password={3};Connect Timeout={4}")]
[TestFixture("MONGO", "mongodb://{2}:{3}@127.0.0.1:{0}/{1}?serverSelectionTimeoutMS={4}000&connectTimeoutMS={4}000")]
internal sealed class UnreachableTenantTests(string keyIdentifier, string pattern)
{
    private const int Callers = 16;
    private const int Patience = 20;

    private readonly string _database = $"db{Guid.NewGuid():N}";
    private readonly string _user = $"ann{Guid.NewGuid():N}";
    private readonly string _password = Guid.NewGuid().ToString("N");

    [Test]
    public async Task One_that_says_nothing_slows_no_other()
    {
        using var silent = new SilentServer();
        await using var host = await StartAsync(silent.Port, Patience);

        var waiting = Enumerable.Range(0, Callers).Select(n => RegisterAsync(host, $"away{n}@example.com")).ToArray();
        await silent.Reached;
        foreach (var speaker in Speaker.All)
        {
            Assert.That((await speaker.RegisterAsync(host, $"{speaker.Contract}@example.com")).Status, Is.LessThan(300));
            Assert.That((await speaker.SignInAsync(host, $"{speaker.Contract}@example.com")).Status, Is.EqualTo(200));
        }

        Assert.That(waiting.Where(call => call.IsCompleted), Is.Empty, "The others were answered first.");
        await silent.HangUpAsync();
        foreach (var answer in await Task.WhenAll(waiting))
            AssertAway(answer);
        AssertNothingTold(host);
    }

    [Test]
    public async Task One_that_says_nothing_is_given_up_in_time()
    {
        using var silent = new SilentServer();
        await using var host = await StartAsync(silent.Port, seconds: 1);

        AssertAway(await RegisterAsync(host, Speaker.Email));

        AssertNothingTold(host);
    }

    [Test]
    public async Task One_that_refuses_is_told_of_and_slows_no_other()
    {
        using var metrics = new RecordedMetrics();
        await using var host = await StartAsync(SilentServer.ClosedPort(), seconds: 2);

        AssertAway(await RegisterAsync(host, Speaker.Email));
        Assert.That((await new TenantSpeaker().RegisterAsync(host)).Status, Is.EqualTo(201));

        AssertNothingTold(host);
        Assert.That(metrics.Text, Does.Contain("http.server.request.duration"));
        Assert.That(metrics.Text, Does.Not.Contain(_password).And.Not.Contain(_user));
    }

    [Test]
    public async Task One_that_is_away_keeps_nobody_out_who_has_the_name_elsewhere()
    {
        await using var databases = await Engine.Sqlite.PrepareAsync();
        await using (var before = await TestHost.StartAsync(new() { Shared = databases, Build = builder => builder.AddTenant("away", "SQLITE", databases.DemoConnection.Replace("demo", "away", StringComparison.Ordinal)) }))
        {
            Assert.That((await TenantSpeaker.RegisterInAsync(before, "away")).Status, Is.EqualTo(201));
            Assert.That((await TenantSpeaker.RegisterInAsync(before, "second", password: "another horse 8!")).Status, Is.EqualTo(201));
            await Pair.RegisterAsync(before);
        }

        await using var host = await StartAsync(SilentServer.ClosedPort(), seconds: 1, databases);

        Assert.That((await LaravelSpeaker.SignInWithAsync(host, "another horse 8!")).Status, Is.EqualTo(200));
        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password)).Status, Is.EqualTo(200));
        for (var i = 0; i < 5; i++)
            Assert.That((await LaravelSpeaker.SignInWithAsync(host, "wrong horse 0!")).Status, Is.EqualTo(503), "It might be the password there.");
        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password)).Status, Is.EqualTo(503), "The guesses were counted where they could be.");
        await LaravelSpeaker.RequestResetAsync(host);
        Assert.That((await host.Mails.NextAsync()).To, Is.EqualTo(Speaker.Email));
    }

    private Task<TestHost> StartAsync(int port, int seconds, TestDatabases? shared = null) => TestHost.StartAsync(new()
    {
        Shared = shared,
        OtherLogs = LogLevel.Trace,
        Build = builder =>
        {
            builder.AddPostgreSql().AddMySql().AddSqlServer().AddMongoDb();
            builder.AddTenant("away", keyIdentifier, string.Format(null, pattern, port, _database, _user, _password, seconds));
        },
    });

    private Task<Answer> RegisterAsync(TestHost host, string email) => host.PostJsonAsync("/api/auth/register", $$"""
        {"email":"{{email}}","password":"{{Speaker.Password}}","db":{"connectionString":"away","keyIdentifier":"{{keyIdentifier}}"} }
        """);

    private void AssertAway(Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(503), answer.Body);
        Assert.That(answer.Header("Retry-After"), Is.EqualTo("1"));
        Envelope.AssertFailure("tenant", answer);
        foreach (var part in new[] { "127.0.0.1", _database, _user, _password })
            Assert.That(answer.Body, Does.Not.Contain(part));
    }

    // A driver's message may say where it failed and as whom.
    private void AssertNothingTold(TestHost host)
    {
        Assert.That(host.Logs.Text, Does.Contain("could not reach its store"));
        Assert.That(host.Logs.Entries.Where(entry => entry.Text.Contains(_password, StringComparison.Ordinal)), Is.Empty);
        Assert.That(host.Logs.Entries.Where(entry => entry.Text.Contains($"={_user}", StringComparison.OrdinalIgnoreCase)), Is.Empty, "a connection string");
    }
}
