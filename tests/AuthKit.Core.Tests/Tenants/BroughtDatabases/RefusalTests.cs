using AuthKit.Core.Tests.Networking;
using System.Collections.Concurrent;
using AuthKit.Conformance.InMemory;
using Microsoft.Extensions.Logging;

namespace AuthKit.Core.Tests.Tenants.BroughtDatabases;

/// <summary>Every refusal is like every other, in words, in time and in the log.</summary>
public sealed class RefusalTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(7);

    [TestCase("Host=10.0.0.1;Password=s3cret", "PSGSQL", Description = "an address")]
    [TestCase("Host=elsewhere.example.com;Password=s3cret", "PSGSQL", Description = "a host")]
    [TestCase("Host=private.tenants.example.com;Password=s3cret", "PSGSQL", Description = "an address behind a name")]
    [TestCase("Host=unknown.tenants.example.com;Password=s3cret", "PSGSQL", Description = "no such name")]
    [TestCase("Host=a.tenants.example.com;Port=22;Password=s3cret", "PSGSQL", Description = "a port")]
    [TestCase("Host=dead.tenants.example.com;Password=s3cret", "PSGSQL", Description = "no answer")]
    [TestCase("Data Source=s3cret.db", "SQLITE", Description = "an engine")]
    [TestCase("s3cret", "PSGSQL", Description = "no connection string")]
    [TestCase("registered", "MYSQL", Description = "the wrong engine of a registered tenant")]
    [TestCase("closed", "PSGSQL", Description = "a tenant that is closed")]
    [TestCase("Host=own.example.com;Database=closed", "PSGSQL", Description = "its connection string")]
    [TestCase("invited", "PSGSQL", Description = "a tenant by invitation")]
    [TestCase("aW52aXRlZA.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "PSGSQL", Description = "an invitation that is none")]
    public async Task Takes_the_same_time_and_says_the_same(string connectionString, string engine)
    {
        var clock = new HurriedClock();
        var logs = new Logs();
        var server = new StandInServer { Fails = address => address.ToString() == "9.9.9.9" ? new InvalidOperationException("s3cret at 9.9.9.9") : null };
        var resolver = new StandInResolver().Answer("a.tenants.example.com", "8.8.8.8").Answer("private.tenants.example.com", "10.0.0.1").Answer("dead.tenants.example.com", "9.9.9.9");
        await using var node = new Node(new InMemoryStoreProvider(), server, resolver, policy => policy.Timeout = Timeout, clock, logs);

        var outcome = await node.RegisterAsync("anna@example.com", connectionString, engine);

        Assert.That(outcome.Succeeded(out _, out var failure), Is.False);
        Assert.That(failure!.BrokenRules, Is.EqualTo(new BrokenRule[] { new(Field.ConnectionString, Rule.Unknown) }));
        Assert.That(clock.Timers.Last(), Is.EqualTo(Timeout));
        Assert.That(string.Join('\n', logs.Lines), Does.Contain("fingerprint").And.Not.Contain("s3cret").And.Not.Contain("example.com").And.Not.Contain("9.9.9.9"));
    }

    private sealed class Logs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
