using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Passwords;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>Guesses at a password count before they are judged, however many come at once, and do not lock out whoever has signed in before.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class GuessingTests(Engine engine)
{
    private const string Wrong = "wrong horse 0!";
    private const int Free = 5;
    private const int AtOnce = 2;

    private readonly CountingHasher _hasher = new();

    private HostPlan Plan => new()
    {
        Engine = engine,
        Options = options => (options.Passwords.MaxConcurrentHashes, options.Passwords.MaxQueuedHashes) = (AtOnce, 1000),
        Services = services => services.AddSingleton<IPasswordHasher>(_hasher),
    };

    [Test]
    public async Task Of_100_wrong_passwords_at_once_no_more_are_looked_at_than_the_free_ones_and_those_being_hashed()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await Pair.RegisterAsync(host);
        await GuessAsync(host, 100);

        Assert.That(_hasher.Looks, Is.InRange(1, Free + AtOnce));
        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password)).Status, Is.EqualTo(401), "The account is closed, whatever the password.");
    }

    [Test]
    public async Task Two_nodes_count_together()
    {
        await using var one = await TestHost.StartAsync(Plan);
        await using var two = await TestHost.StartAsync(Plan with { Shared = one.Databases });
        await Pair.RegisterAsync(one);
        await Task.WhenAll(GuessAsync(one, 50), GuessAsync(two, 50));

        Assert.That(_hasher.Looks, Is.InRange(1, Free + (2 * AtOnce)));
    }

    [Test]
    public async Task A_right_password_among_wrong_ones_takes_its_turn_and_frees_no_more_than_it_may()
    {
        _hasher.Blocks = true;
        await using var host = await TestHost.StartAsync(Plan);
        await Pair.RegisterAsync(host);
        var guesses = GuessAsync(host, 20);
        await _hasher.Entered;
        var right = LaravelSpeaker.SignInWithAsync(host, Speaker.Password);
        _hasher.Release();

        await guesses;
        // Whoever signs in takes the failures before away; whose turn comes when the account is closed is refused.
        var looks = (await right).Status == 200 ? Free + 1 + Free : Free;
        Assert.That(_hasher.Looks, Is.InRange(Free, looks + AtOnce));
    }

    [Test]
    public async Task Right_passwords_at_once_are_all_let_in()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await Pair.RegisterAsync(host);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => LaravelSpeaker.SignInWithAsync(host, Speaker.Password)));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(200));
    }

    [Test]
    public async Task A_right_password_takes_its_guess_back()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await Pair.RegisterAsync(host);
        for (var i = 0; i < 10; i++)
        {
            await GuessAsync(host, 1);
            Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password)).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task An_owner_gets_in_with_a_browser_that_has_signed_in_before()
    {
        await using var host = await PageHost.WithAccountAsync(Plan);
        using var own = new Browser(host);
        using var other = new Browser(host);
        await own.SignInAsync(await own.OpenAsync("/signin"));
        await own.SubmitAsync(await own.OpenAsync("/logout"));
        await GuessAsync(host, 10);

        Assert.That((await other.SignInAsync(await other.OpenAsync("/signin"))).Status, Is.EqualTo(400), "from elsewhere");
        Assert.That((await own.SignInAsync(await own.OpenAsync("/signin"))).Body, Does.Contain("You are signed in"));
    }

    [Test]
    public async Task A_known_browser_has_no_more_guesses_than_others()
    {
        await using var host = await PageHost.WithAccountAsync(Plan);
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        await browser.SubmitAsync(await browser.OpenAsync("/logout"));
        await GuessAsync(host, 10);
        var before = _hasher.Looks;
        for (var i = 0; i < 10; i++)
            await browser.SignInAsync(await browser.OpenAsync("/signin"), Wrong);

        Assert.That(_hasher.Looks - before, Is.EqualTo(Free));
        Assert.That((await browser.SignInAsync(await browser.OpenAsync("/signin"))).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task An_owner_gets_in_with_an_access_token_of_before()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var pair = await Pair.RegisterAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await GuessAsync(host, 10);

        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password)).Status, Is.EqualTo(401), "without it");
        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password, Requests.Bearer(pair.Access))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task An_access_token_of_somebody_else_is_no_help()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await Pair.RegisterAsync(host);
        var other = (await new LaravelSpeaker().RegisterAsync(host, "bert@example.com")).Status;
        var token = (await new LaravelSpeaker().SignInAsync(host, "bert@example.com")).Member("data.access_token")!;
        await GuessAsync(host, 10);

        Assert.That(other, Is.EqualTo(200).Or.EqualTo(201));
        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password, Requests.Bearer(token))).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Who_is_signed_in_can_change_the_password_of_a_closed_account()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var pair = await Pair.RegisterAsync(host);
        await GuessAsync(host, 10);

        var changed = await MessageCodeSpeaker.UpdatePasswordAsync(host, pair.Access, Speaker.Password, "another horse 8!");

        Assert.That(changed.Status, Is.EqualTo(200), changed.Body);
    }

    private static Task GuessAsync(TestHost host, int times) =>
        Task.WhenAll(Enumerable.Range(0, times).Select(async _ => Assert.That((await LaravelSpeaker.SignInWithAsync(host, Wrong)).Status, Is.EqualTo(401))));
}
