using AuthKit.Contracts.Tests.Harness;
using AuthKit.TestServers;

namespace AuthKit.Contracts.Tests.Outages;

/// <summary>A database server that dies under load: nobody is told of an account that is not there afterwards.</summary>
[TestFixtureSource(typeof(ServerKind), nameof(ServerKind.Scripted))]
internal sealed class KilledServerTests(ServerKind kind)
{
    private const int PerContract = 2;
    private const int MostConnections = 16;

    // Refused connections fail at once; this is as long as one request would wait for a server that says nothing.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    private int _refused;

    [Test]
    public async Task No_acknowledged_account_is_lost_and_the_host_goes_on_by_itself()
    {
        kind.Server.Require();
        await using var server = new ScriptedServer(kind.Script!);
        await server.StartAsync();
        await using var host = await TestHost.StartAsync(new() { Engine = Engine.On(kind, server) });
        var registrars = Speaker.OfPasswords.SelectMany(speaker => Enumerable.Range(0, PerContract).Select(n => new Registrar(speaker, $"{speaker.Contract}.{n}"))).ToArray();
        var registering = registrars.Select(registrar => registrar.RegisterAsync(host)).ToArray();
        await Task.WhenAll(registrars.Select(registrar => registrar.UnderWay));

        await server.KillAsync();

        foreach (var (registrar, refusal) in registrars.Zip(await Task.WhenAll(registering)))
            AssertAway(registrar.Speaker, refusal);
        foreach (var registrar in registrars)
        {
            var started = TimeProvider.System.GetTimestamp();
            AssertAway(registrar.Speaker, await registrar.Speaker.SignInAsync(host, registrar.Acknowledged.First()));
            AssertAway(registrar.Speaker, await registrar.Speaker.RegisterAsync(host, "late@example.com"));
            Assert.That(TimeProvider.System.GetElapsedTime(started), Is.LessThan(AtOnce));
        }

        await server.StartAsync();

        foreach (var registrar in registrars)
        {
            foreach (var email in registrar.Acknowledged)
                Assert.That((await SignInAsync(host, registrar.Speaker, email)).Status, Is.EqualTo(200), email);
            Assert.That((await registrar.Speaker.RegisterAsync(host, $"after.{registrar.Acknowledged.First()}")).Status, Is.LessThan(300));
        }
    }

    // Every connection from before may fail one request; the client then asks again, as it is told to.
    private async Task<Answer> SignInAsync(TestHost host, Speaker speaker, string email)
    {
        Answer answer;
        while ((answer = await speaker.SignInAsync(host, email)).Status == 503)
        {
            AssertAway(speaker, answer);
            Assert.That(++_refused, Is.LessThanOrEqualTo(MostConnections));
        }

        return answer;
    }

    private static void AssertAway(Speaker speaker, Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(503), answer.Body);
        Assert.That(answer.Header("Retry-After"), Is.EqualTo("1"));
        Envelope.AssertFailure(speaker.Contract, answer);
    }
}
