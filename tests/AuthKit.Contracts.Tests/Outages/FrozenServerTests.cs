using System.Diagnostics;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.TestServers;

namespace AuthKit.Contracts.Tests.Outages;

/// <summary>
/// A server that takes connections and answers nothing: every request is answered in its time, and the pool recovers. It goes on once
/// all are answered; <c>AUTHKIT_OUTAGE_SECONDS</c> keeps it longer, and then everybody asks again until it does.
/// </summary>
[TestFixtureSource(typeof(ServerKind), nameof(ServerKind.Scripted))]
internal sealed class FrozenServerTests(ServerKind kind)
{
    private const int InFlight = 120;
    private const int Users = 8;
    private const int MostConnections = 110;

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("AUTHKIT_OUTAGE_SECONDS"), out var seconds) ? seconds : 0);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(0.5);

    [Test]
    public async Task Every_request_is_answered_within_the_limit_and_the_pool_recovers([Values] bool statementsEndFirst)
    {
        kind.Server.Require();
        await using var server = new ScriptedServer(kind.Script!);
        await server.StartAsync();
        var statement = kind.Name == "PostgreSQL" ? "Command Timeout" : "Default Command Timeout";
        var engine = Engine.On(kind with { Use = (builder, database) => kind.Use(builder, $"{database};{statement}={(statementsEndFirst ? 2 : 15)}") }, server);
        await using var host = await TestHost.StartAsync(new() { Engine = engine, Options = options => options.Databases.RequestTimeout = Limit });
        for (var user = 0; user < Users; user++)
            await new LaravelSpeaker().RegisterAsync(host, Email(user));
        await Task.WhenAll(Enumerable.Range(0, Users).Select(user => new LaravelSpeaker().SignInAsync(host, Email(user))));

        await server.FreezeAsync();
        var (answers, others) = (new List<(Speaker Speaker, Answer Answer, TimeSpan Took)>(), new List<TimeSpan>());
        try
        {
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            var frozen = Stopwatch.StartNew();
            do
            {
                var all = Task.WhenAll(Enumerable.Range(0, InFlight).Select(n => AskAsync(host, Speaker.OfPasswords[n % Speaker.OfPasswords.Count], n)).ToArray());
                while (!all.IsCompleted && await pace.WaitForNextTickAsync())
                {
                    var watch = Stopwatch.StartNew();
                    Assert.That((await host.GetAsync("/.well-known/jwks.json")).Status, Is.EqualTo(200));
                    others.Add(watch.Elapsed);
                }

                answers.AddRange(await all);
            }
            while (frozen.Elapsed < Outage);
        }
        finally
        {
            await server.ThawAsync();
        }

        others.Sort();
        // In a run of all, other tests share the processors; where an outage was asked for, the slowest counts.
        Assert.That(Outage > TimeSpan.Zero ? others[^1] : others[others.Count * 9 / 10], Is.LessThan(AtOnce), "A route without a database is not slowed.");
        TestContext.Out.WriteLine($"{answers.Count} requests, the slowest {answers.Max(answer => answer.Took)}; {others.Count} without a database, the slowest {others[^1]}");
        foreach (var (speaker, answer, took) in answers)
        {
            Assert.That(answer.Status, Is.EqualTo(503), answer.Body);
            Assert.That(answer.Header("Retry-After"), Is.EqualTo("1"));
            Envelope.AssertFailure(speaker.Contract, answer);
            Assert.That(took, Is.LessThan(Limit + Margin));
        }

        for (int user = 0, refused = 0; user < Users;)
        {
            var answer = await new LaravelSpeaker().SignInAsync(host, Email(user));
            if (answer.Status == 503)
                Assert.That(++refused, Is.LessThan(MostConnections));
            else
                Assert.That(answer.Status, Is.EqualTo(200), Email(user++));
        }
    }

    private static async Task<(Speaker, Answer, TimeSpan)> AskAsync(TestHost host, Speaker speaker, int n)
    {
        var watch = Stopwatch.StartNew();
        var answer = n % 5 == 0 ? await speaker.RegisterAsync(host, $"late.{n}@example.com") : await speaker.SignInAsync(host, Email(n % Users));
        return (speaker, answer, watch.Elapsed);
    }

    private static string Email(int user) => $"user{user}@example.com";
}
