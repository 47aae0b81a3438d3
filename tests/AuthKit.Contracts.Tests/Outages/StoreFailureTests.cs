using AuthKit.Contracts.Tests.Harness;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.Outages;

/// <summary>A store that fails is answered for in the contract's envelope, and with nothing that is nobody's business.</summary>
[TestFixtureSource(typeof(Speaker), nameof(Speaker.OfPasswords))]
internal sealed class StoreFailureTests(Speaker speaker)
{
    private const string Detail = "no route to db-7.internal.example:5432";

    private readonly BreakableStore _store = new(new SqliteStoreProvider());

    [Test]
    public async Task Out_of_reach_is_503_with_Retry_After()
    {
        await using var host = await StartAsync();
        await speaker.RegisterAsync(host);
        _store.Break = new StoreUnavailableException(Detail);

        foreach (var answer in await AskAsync(host))
        {
            Assert.That(answer.Status, Is.EqualTo(503));
            Assert.That(answer.Header("Retry-After"), Is.EqualTo("1"));
            Envelope.AssertFailure(speaker.Contract, answer);
            Assert.That(answer.Body, Does.Not.Contain("internal.example"));
        }

        _store.Break = null;
        Assert.That((await speaker.SignInAsync(host)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Anything_else_is_500_and_in_the_log_alone()
    {
        await using var host = await StartAsync();
        await speaker.RegisterAsync(host);
        _store.Break = new InvalidOperationException(Detail);

        foreach (var answer in await AskAsync(host))
        {
            Assert.That(answer.Status, Is.EqualTo(500));
            Envelope.AssertFailure(speaker.Contract, answer);
            Assert.That(answer.Body, Does.Not.Contain("internal.example"));
        }

        Assert.That(host.Logs.Entries.Where(entry => entry.Level == LogLevel.Error).Select(entry => entry.Text), Has.Some.Contains(Detail));
    }

    private async Task<Answer[]> AskAsync(TestHost host) => [await speaker.SignInAsync(host), await speaker.RegisterAsync(host, "bert@example.com")];

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new()
    {
        Build = builder =>
        {
            builder.Services.RemoveAll<IStoreProvider>();
            builder.Services.AddSingleton<IStoreProvider>(_store);
        },
    });
}
