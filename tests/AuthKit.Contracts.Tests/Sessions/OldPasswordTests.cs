using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>A sign-in with the old password is under way while the owner sets another: whatever it ends with counts for nothing.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class OldPasswordTests(Engine engine)
{
    private const string NewPassword = "another horse 8!";
    // Attempts by one name take turns: one is judged at a time.
    private const int Attackers = 1;

    private HeldHasher _hasher = null!;

    [SetUp]
    public void Renew() => _hasher = new();

    [Test]
    public async Task It_does_not_survive_a_reset()
    {
        await using var host = await StartAsync();
        await Pair.RegisterAsync(host);

        var late = await DuringAsync(() => SignInAsync(host), () => LaravelSpeaker.ResetByMailAsync(host, NewPassword));

        foreach (var pair in late.Select(Pair.Of))
            Assert.That(await pair.TryAsync(host), Is.EqualTo((401, 401)));
    }

    [Test]
    public async Task It_does_not_survive_a_change_and_the_session_that_changed_it_does()
    {
        await using var host = await StartAsync();
        var here = await Pair.RegisterAsync(host);

        var late = await DuringAsync(() => SignInAsync(host), () => ChangeAsync(host, here));

        foreach (var pair in late.Select(Pair.Of))
            Assert.That(await pair.TryAsync(host), Is.EqualTo((401, 401)));
        Assert.That(await here.TryAsync(host), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task A_browser_that_it_signs_in_gets_no_code_and_lets_no_device_in()
    {
        await using var host = await StartAsync();
        await Pair.RegisterAsync(host);
        var pages = new Authorizing(host);
        var device = (await OAuthSpeaker.AuthorizeDeviceAsync(host, OAuthClients.App)).Member("user_code")!;

        var late = await DuringAsync(() => pages.SignInAsync(), () => LaravelSpeaker.ResetByMailAsync(host, NewPassword));

        foreach (var browser in late)
        {
            Assert.That((await pages.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), browser)).Value, Is.InstanceOf<SignInWanted>());
            Assert.That((await pages.DecideAsync(device, browser))!.Fault, Is.EqualTo(Fault.LoginRequired));
        }
    }

    private async Task<T[]> DuringAsync<T>(Func<Task<T>> signIn, Func<Task> withdraw)
    {
        _hasher.Holds = Speaker.Password;
        var late = Enumerable.Range(0, Attackers).Select(_ => Task.Run(signIn)).ToArray();
        await _hasher.EnteredAsync(Attackers);
        _hasher.Holds = null;
        await withdraw();
        _hasher.Release();
        return await Task.WhenAll(late);
    }

    private static Task<Answer> SignInAsync(TestHost host) => new LaravelSpeaker().SignInAsync(host);

    private static async Task ChangeAsync(TestHost host, Pair here) =>
        Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, here.Access, Speaker.Password, NewPassword)).Status, Is.EqualTo(200));

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new() { Engine = engine, Services = _hasher.Register });
}
