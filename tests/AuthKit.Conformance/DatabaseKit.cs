using AuthKit.Databases;
using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IDatabase"/> and <see cref="IStoreProvider"/> promise.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class DatabaseKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    [Test]
    public async Task Answers() => await Database.PingAsync(default);

    [Test]
    public async Task Migrating_again_changes_nothing()
    {
        var user = Sample.User();
        await Database.Users.CreateAsync(user, default);
        await Database.MigrateAsync(default);
        Assert.That(await Database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public async Task Ten_nodes_may_start_at_once()
    {
        var connectionString = await Engine.CreateDatabaseAsync();
        var nodes = Enumerable.Range(0, 10).Select(_ => Engine.Open(connectionString)).ToArray();
        await Race.RunAsync(nodes.Length, node => nodes[node].MigrateAsync(default));
        var user = Sample.User();
        await nodes[0].Users.CreateAsync(user, default);
        Assert.That(await nodes[9].Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public async Task Two_databases_know_nothing_of_each_other()
    {
        var other = await Engine.OpenAsync();
        var user = Sample.User();
        Assert.That(await Database.Users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        Assert.That(await other.Users.FindByIdAsync(user.Id, default), Is.Null);
        Assert.That(await other.Users.CreateAsync(user, default), Is.EqualTo(UserWrite.Done));
        await other.Users.RecordFailedSignInAsync(user.Id, Sample.Now, default);
        Assert.That(await Database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public async Task What_one_node_writes_another_reads()
    {
        var connectionString = await Engine.CreateDatabaseAsync();
        var (one, other) = (Engine.Open(connectionString), Engine.Open(connectionString));
        await one.MigrateAsync(default);
        var session = Sample.Session();
        await one.Sessions.CreateAsync(session, default);
        Assert.That((await other.Sessions.RotateAsync(Sample.Rotation(session), default)).Rotated, Is.True);
        Assert.That((await one.Sessions.RotateAsync(Sample.Rotation(session), default)).Rotated, Is.False);
    }

    [Test]
    public void Does_nothing_for_a_caller_who_gave_up() => Cancelled.Refuses(Database.PingAsync, Database.MigrateAsync);
}
