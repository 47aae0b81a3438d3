using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Sessions;

namespace AuthKit.Contracts.Tests.External;

/// <summary>Two first sign-ins of one identity at once: the account that one has made is not taken for somebody else's by the other.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class OvertakenSignInTests(Engine engine)
{
    private readonly TaskCompletionSource _looks = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _mayLook = new();
    private int _looked;

    [Test]
    public async Task The_slower_one_gets_in_too()
    {
        await using var providers = await StandInProviders.StartAsync();
        await using var host = await StartAsync(providers);

        // No link yet: it looks for the account next.
        var slower = Task.Run(() => Linking.TryAsync(host, Linking.Facebook, new ProviderToken()));
        await _looks.Task.WaitAsync(TimeSpan.FromSeconds(20));
        var faster = await Linking.TryAsync(host, Linking.Facebook, new ProviderToken());
        _mayLook.Set();

        Assert.That(faster.Status, Is.EqualTo(200), faster.Body);
        Assert.That((await slower).Status, Is.EqualTo(200), (await slower).Body);
        Assert.That(host.Mails.HasMore, Is.False);
    }

    [TearDown]
    public void Close() => _mayLook.Dispose();

    private Task<TestHost> StartAsync(StandInProviders providers) => TestHost.StartAsync(new()
    {
        Engine = engine,
        Options = providers.Configure,
        Build = builder => WatchedStore.Watch(builder, call =>
        {
            if (!WatchedStore.FindsUser(call) || Interlocked.Increment(ref _looked) > 1)
                return;
            _looks.SetResult();
            _mayLook.Wait(TimeSpan.FromSeconds(30));
        }),
    });
}
