using System.Net;
using System.Net.Sockets;
using AuthKit.Databases;
using AuthKit.Records;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What a store promises of a server that takes connections and says nothing.</summary>
/// <typeparam name="TEngine">An engine that can be reached.</typeparam>
public abstract class UnreachableKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    /// <summary>The password to put into the connection string, which nothing may repeat.</summary>
    protected const string Secret = "s3cret";

    private const int Callers = 16;

    /// <summary>The adapter under test.</summary>
    protected abstract IStoreProvider Provider { get; }

    /// <summary>A connection string of the adapter's with a time limit of one second, for a server at a port of loopback.</summary>
    protected abstract string ConnectionString(int port);

    [Test]
    public async Task Slows_no_other_database_and_ends_in_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var unreachable = Provider.Open(ConnectionString(((IPEndPoint)silent.LocalEndpoint).Port));

        var waiting = Enumerable.Range(0, Callers).Select(_ => Task.Run(() => unreachable.PingAsync(default))).ToArray();
        for (var call = 0; call < 10; call++)
            await Database.PingAsync(default);
        Assert.That(waiting.Count(call => call.IsCompleted), Is.Zero, "The others were answered first.");

        foreach (var call in waiting)
        {
            var refused = (await Assert.ThrowsAsync<StoreUnavailableException>(() => call.WaitAsync(TimeSpan.FromSeconds(10))))!;
            Assert.That($"{refused}", Does.Not.Contain(Secret));
        }
    }

    [Test]
    public async Task Lets_a_caller_give_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var unreachable = Provider.Open(ConnectionString(((IPEndPoint)silent.LocalEndpoint).Port));
        using var giveUp = new CancellationTokenSource();
        var call = Task.Run(() => unreachable.PingAsync(giveUp.Token));
        using (await silent.AcceptSocketAsync())
            await giveUp.CancelAsync();
        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>().Or.InstanceOf<StoreUnavailableException>());
    }
}
