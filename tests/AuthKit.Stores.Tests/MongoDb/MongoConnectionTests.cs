using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AuthKit.Databases;
using AuthKit.MongoDb;
using AuthKit.Records;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.MongoDb;

/// <summary>Connection strings, and servers that are not there. No server is needed.</summary>
public sealed class MongoConnectionTests
{
    private readonly MongoStoreProvider _provider = new();

    [Test]
    public void UseMongoDb_and_AddMongoDb_register_the_engine_once()
    {
        var services = new ServiceCollection();
        services.AddAuthKitCore()
            .UseMongoDb("mongodb://db1.internal,db2.internal,db3.internal/app?replicaSet=rs0&authSource=admin")
            .AddMongoDb();
        using var provider = services.BuildServiceProvider();
        Assert.That(provider.GetServices<IStoreProvider>().Single(), Is.InstanceOf<MongoStoreProvider>());
    }

    [TestCase("mongodb://ann:s3cret@localhost")]
    [TestCase("mongodb://ann:s3cret@localhost/?authSource=admin")]
    [TestCase("mongodb+srv://ann:s3cret@cluster.example")]
    public void Asks_for_a_database(string connectionString) =>
        Assert.That(Refusal(connectionString), Does.Contain("names no database"));

    [TestCase("")]
    [TestCase("Data Source=s3cret.db")]
    [TestCase("mongodb://ann:s3cret@local host:x/app")]
    [TestCase("mongodb://ann:s3cret%@localhost/app")]
    [TestCase("mongodb://ann:s3cret@localhost/a.b")]
    [TestCase("mongodb://ann:s3cret@localhost/app?connectTimeoutMS=s3cret")]
    [TestCase("mongodb://ann:s3cret@localhost/app?directConnection=true&loadBalanced=true")]
    public void Refuses_what_is_no_connection_string_of_MongoDBs(string connectionString) =>
        Assert.That(Refusal(connectionString), Does.StartWith("This is not a connection string of MongoDB's."));

    [Test]
    public async Task Opens_without_connecting()
    {
        await using var plain = _provider.Open("mongodb://nowhere.invalid/app");
        await using var seedList = _provider.Open("mongodb+srv://nowhere.invalid.example/app");
    }

    [Test]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        await using var database = _provider.Open($"mongodb://ann:s3cret@127.0.0.1:{FreePort()}/app?serverSelectionTimeoutMS=300");
        Func<Task>[] calls = [() => database.PingAsync(default), () => database.MigrateAsync(default), () => database.Users.FindByEmailAsync("a", default)];
        foreach (var call in calls)
        {
            var exception = (await Assert.ThrowsAsync<StoreUnavailableException>(() => call()))!;
            Assert.That(exception.ToString(), Does.Not.Contain("s3cret"));
            Assert.That(exception.Message, Is.EqualTo("The MongoDB database is unavailable: no server of it answered in time."));
        }
    }

    [Test]
    public async Task Gives_up_on_a_server_within_seconds()
    {
        await using var database = _provider.Open($"mongodb://127.0.0.1:{FreePort()}/app");
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => database.PingAsync(default));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(15)));
    }

    [Test]
    public async Task A_caller_who_waits_for_a_server_may_give_up()
    {
        await using var database = _provider.Open($"mongodb://127.0.0.1:{FreePort()}/app?serverSelectionTimeoutMS=60000");
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.That(async () => await database.PingAsync(giveUp.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private string Refusal(string connectionString)
    {
        var exception = Assert.Throws<ArgumentException>(() => _provider.Open(connectionString))!;
        Assert.That(exception.ToString(), Does.Not.Contain("s3cret"));
        return exception.Message;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
