using System.Collections.Concurrent;
using System.Reflection;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>What a request asks of the database: each call is a round trip at the most.</summary>
internal sealed class RoundTripBudgetTests
{
    private readonly ConcurrentQueue<string> _calls = [];

    private HostPlan Plan => new() { Build = builder => WatchedStore.Watch(builder, call => _calls.Enqueue(Said(call))) };

    [Test]
    public async Task A_refresh_is_one_call()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var pair = await Pair.RegisterAsync(host);
        _calls.Clear();
        Assert.That((await LaravelSpeaker.RefreshAsync(host, pair.Refresh)).Status, Is.EqualTo(200));
        Assert.That(_calls, Is.EqualTo(new[] { "UpdateAsync Session User" }));
    }

    [Test]
    public async Task A_sign_in_reads_the_account_and_writes_the_session()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await Pair.RegisterAsync(host);
        _calls.Clear();
        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password)).Status, Is.EqualTo(200));
        Assert.That(_calls, Is.EqualTo(new[] { "FindAsync User", "InsertAsync Session" }));
    }

    [Test]
    public async Task A_bearer_check_is_none()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var pair = await Pair.RegisterAsync(host);
        await host.MeAsync(pair.Access);
        _calls.Clear();
        Assert.That((await host.MeAsync(pair.Access)).Status, Is.EqualTo(200));
        Assert.That(_calls, Is.Empty);
    }

    private static string Said(MethodInfo call) => string.Join(' ', [call.Name, .. call.GetGenericArguments().Select(static record => record.Name)]);
}
