using AuthKit.Contracts.Tests.Harness;
using AuthKit.External;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>A sign-in through a provider has found the account, and has no session yet, when the owner resets the password.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class ProviderRaceTests(Engine engine)
{
    private readonly SemaphoreSlim _entered = new(0);
    private readonly ManualResetEventSlim _mayGoOn = new();
    private bool _holds;

    [Test]
    public async Task It_does_not_survive_the_reset()
    {
        _mayGoOn.Reset();
        await using var host = await StartAsync();
        await SignInAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        var token = await host.Mails.NextTokenAsync(Speaker.Email);

        _holds = true;
        var signing = Task.Run(() => SignInAsync(host));
        Assert.That(await _entered.WaitAsync(TimeSpan.FromSeconds(20)), Is.True);
        _holds = false;
        Assert.That((await LaravelSpeaker.ResetAsync(host, token, "another horse 8!")).Status, Is.EqualTo(200));
        _mayGoOn.Set();

        Assert.That((await host.MeAsync(await signing)).Status, Is.EqualTo(401));
        Assert.That((await host.MeAsync(await SignInAsync(host))).Status, Is.EqualTo(200));
    }

    [TearDown]
    public void Close()
    {
        _entered.Dispose();
        _mayGoOn.Dispose();
    }

    private static async Task<string> SignInAsync(TestHost host)
    {
        var answer = await MessageCodeSpeaker.ThirdPartyAsync(host, type: 2, "a token");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer.Member("Content.TokenId")!;
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new()
    {
        Engine = engine,
        Services = services => services.AddSingleton<IExternalProvider>(new Provider()),
        Build = builder => WatchedStore.Watch(builder, call =>
        {
            if (!_holds || !WatchedStore.AddsSession(call))
                return;
            _entered.Release();
            _mayGoOn.Wait(TimeSpan.FromSeconds(30));
        }),
    });

    private sealed class Provider : IExternalProvider
    {
        public string Name => ExternalProviders.Google;

        public Task<Outcome<ExternalIdentity>> VerifyAsync(string accessToken, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<ExternalIdentity>>(new ExternalIdentity(new(Name, "1"), Speaker.Email, "Anna") { IsAuthoritative = true });
    }
}
