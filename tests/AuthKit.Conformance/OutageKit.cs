using AuthKit.Records;
using AuthKit.Users;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What a store promises of a server that goes away and comes back.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class OutageKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, IRestartable, new()
{
    private const int Connections = 8;

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    [Test]
    public async Task Says_so_at_once_while_the_server_is_away_and_goes_on_when_it_is_back()
    {
        var user = await PrepareAsync();
        await Engine.StopServerAsync();
        var started = TimeProvider.System.GetTimestamp();
        for (var call = 0; call <= Connections; call++)
            Assert.That(async () => await Database.Users.FindByIdAsync(user.Id, default), Throws.InstanceOf<StoreUnavailableException>());
        Assert.That(TimeProvider.System.GetElapsedTime(started) / Connections, Is.LessThan(AtOnce));
        await Engine.StartServerAsync();
        Assert.That(await Database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public async Task Goes_on_after_a_restart_that_nobody_saw()
    {
        var user = await PrepareAsync();
        await Engine.StopServerAsync();
        await Engine.StartServerAsync();
        var refused = await GoOnAsync();
        await TestContext.Out.WriteLineAsync($"{refused} of {Connections} pooled connections were noticed by a call that failed.");
        Assert.That(refused, Is.LessThanOrEqualTo(Connections), "Each connection from before may fail one call.");
        Assert.That(await Database.Users.FindByIdAsync(user.Id, default), Is.EqualTo(user));
    }

    [Test]
    public async Task Loses_nothing_that_it_acknowledged_when_the_server_is_killed()
    {
        var writers = Enumerable.Range(0, Connections).Select(_ => new OutageWriter(Database)).ToArray();
        var writing = Task.WhenAll(writers.Select(writer => Task.Run(writer.WriteAsync)));
        await Task.WhenAll(writers.Select(writer => writer.UnderWay));
        await Engine.KillServerAsync();
        await writing;
        await Engine.StartServerAsync();
        await GoOnAsync();
        foreach (var writer in writers)
            await writer.VerifyAsync();
    }

    /// <summary>An account, and a full pool of connections.</summary>
    private async Task<User> PrepareAsync()
    {
        var user = Sample.User();
        await Database.Users.CreateAsync(user, default);
        await Race.RunAsync(Connections, _ => Database.PingAsync(default));
        return user;
    }

    /// <summary>Calls until a call succeeds.</summary>
    /// <returns>How many did not.</returns>
    private async Task<int> GoOnAsync()
    {
        var refused = 0;
        while (refused <= Connections && !await AnswersAsync())
            refused++;
        return refused;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await Database.PingAsync(default);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }
}
