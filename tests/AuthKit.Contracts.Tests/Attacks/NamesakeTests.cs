using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Contracts.Tests.Protection;
using AuthKit.Passwords;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>Whoever takes somebody's name in another of the host's databases keeps nobody out, and gets in nowhere.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class NamesakeTests(Engine engine)
{
    private const string Theirs = "attacking horse 9!";
    private const string Wrong = "wrong horse 0!";
    private static readonly (string, string) Demo = ("X-Tenant", "demo");
    private static readonly (string, string) Home = ("X-Tenant", "home");

    private readonly CountingHasher _hasher = new();

    private HostPlan Plan => PageHost.Plan.And(new() { Services = services => services.AddSingleton<IPasswordHasher>(_hasher) }) with { Engine = engine };

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_victim_signs_in_everywhere_and_gets_the_own_account(bool atHome)
    {
        await using var host = await StartAsync(atHome);

        foreach (var speaker in Speaker.OfPasswords)
        {
            Assert.That((await speaker.SignInAsync(host)).Status, Is.EqualTo(200), speaker.Contract);
            Assert.That((await speaker.SignInAsync(host, password: Wrong)).Status, Is.EqualTo(401), speaker.Contract);
        }

        var pair = await (await Pair.SignInAsync(host)).RefreshAsync(host);
        Assert.That(await TenantOfAsync(host, pair), Is.EqualTo(atHome ? null : "demo"));
        // The wrong ones have closed the other account for a while.
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await TenantOfAsync(host, await Pair.SignInAsync(host, password: Theirs)), Is.EqualTo(atHome ? "demo" : null));
        Assert.That((await MessageCodeSpeaker.GetUserAsync(host, pair.Access, Speaker.Email)).Status, Is.EqualTo(200));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_victim_changes_the_own_password_alone(bool atHome)
    {
        await using var host = await StartAsync(atHome);
        var pair = await Pair.SignInAsync(host);

        Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, pair.Access, Speaker.Password, "another horse 8!")).Status, Is.EqualTo(200));

        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password)).Status, Is.EqualTo(401));
        Assert.That(await TenantOfAsync(host, await Pair.SignInAsync(host, password: "another horse 8!")), Is.EqualTo(atHome ? null : "demo"));
        Assert.That(await TenantOfAsync(host, await Pair.SignInAsync(host, password: Theirs)), Is.EqualTo(atHome ? "demo" : null));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_victim_signs_in_with_a_browser(bool atHome)
    {
        await using var host = await StartAsync(atHome);
        using var browser = new Browser(host);

        var signedIn = await browser.SignInAsync(await browser.OpenAsync("/signin"));

        Assert.That(signedIn.Body, Does.Contain("You are signed in"));
        Assert.That((await new Authorizing(host).SignInAsync())!.Tenant, Is.EqualTo(atHome ? "" : "demo"));
    }

    [Test]
    public async Task Three_accounts_of_one_name_each_have_their_own_password()
    {
        await using var host = await StartAsync(atHome: true);
        Assert.That((await TenantSpeaker.RegisterInAsync(host, "second", password: "third horse 3!")).Status, Is.EqualTo(201));

        Assert.That(await TenantOfAsync(host, await Pair.SignInAsync(host)), Is.Null);
        Assert.That(await TenantOfAsync(host, await Pair.SignInAsync(host, password: Theirs)), Is.EqualTo("demo"));
        Assert.That(await TenantOfAsync(host, await Pair.SignInAsync(host, password: "third horse 3!")), Is.EqualTo("second"));
    }

    [Test]
    public async Task Where_two_have_one_password_the_home_database_comes_first()
    {
        await using var host = await StartAsync(atHome: true, theirs: Speaker.Password);

        Assert.That(await TenantOfAsync(host, await Pair.SignInAsync(host)), Is.Null);
        Assert.That(await TenantOfAsync(host, Pair.Of(await LaravelSpeaker.SignInWithAsync(host, Speaker.Password, Demo))), Is.EqualTo("demo"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Closing_the_one_account_does_not_close_the_other(bool atHome)
    {
        await using var host = await StartAsync(atHome);
        for (var i = 0; i < 10; i++)
            Assert.That((await LaravelSpeaker.SignInWithAsync(host, Wrong, atHome ? Demo : Home)).Status, Is.EqualTo(401));

        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Theirs)).Status, Is.EqualTo(401), "It is closed.");
        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password)).Status, Is.EqualTo(200));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Signing_in_to_the_one_account_does_not_close_the_other(bool atHome)
    {
        await using var host = await StartAsync(atHome);
        for (var i = 0; i < 10; i++)
            Assert.That((await LaravelSpeaker.SignInWithAsync(host, Theirs)).Status, Is.EqualTo(200));
        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password)).Status, Is.EqualTo(200));
        for (var i = 0; i < 10; i++)
            Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password)).Status, Is.EqualTo(200));
        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Theirs)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Guesses_that_are_set_as_the_own_password_first_are_counted()
    {
        await using var host = await StartAsync(atHome: true);
        var own = Theirs;
        for (var i = 0; i < 6; i++)
        {
            var pair = Pair.Of(await LaravelSpeaker.SignInWithAsync(host, own));
            Assert.That((await MessageCodeSpeaker.UpdatePasswordAsync(host, pair.Access, own, own = $"guessing horse {i}!")).Status, Is.EqualTo(200));
        }

        var looks = _hasher.Looks;
        Assert.That((await LaravelSpeaker.SignInWithAsync(host, own)).Status, Is.EqualTo(200));
        Assert.That(_hasher.Looks - looks, Is.EqualTo(1), "The victim's account is closed to guesses.");
        Assert.That((await LaravelSpeaker.SignInWithAsync(host, Speaker.Password)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task How_many_accounts_a_name_has_is_not_told_by_the_work_done()
    {
        await using var host = await StartAsync(atHome: true);
        await TenantSpeaker.RegisterInAsync(host, "demo", "one@example.com");
        foreach (var tenant in new[] { "demo", "second" })
            await TenantSpeaker.RegisterInAsync(host, tenant, "three@example.com");
        await Pair.RegisterAsync(host, "three@example.com");

        foreach (var name in new[] { "nobody@example.com", "one@example.com", Speaker.Email, "three@example.com" })
        {
            Assert.That(await ComparisonsAsync(name), Is.EqualTo(3), name);
            Assert.That(await ComparisonsAsync(name, Demo), Is.EqualTo(1), $"{name}, by a hint");
        }

        async Task<int> ComparisonsAsync(string name, params (string, string)[] headers)
        {
            var before = _hasher.Comparisons;
            var answer = await host.PostJsonAsync("/api/v1/login", $$"""{"email":"{{name}}","password":"{{Wrong}}"}""", headers);
            Assert.That(answer.Status, Is.EqualTo(401));
            return _hasher.Comparisons - before;
        }
    }

    [Test]
    public async Task A_host_without_tenants_compares_once()
    {
        await using var host = await TestHost.StartAsync(Plan with { Options = options => options.Tenants.Clear() });
        await Pair.RegisterAsync(host);

        foreach (var password in new[] { Wrong, Speaker.Password })
        {
            var before = _hasher.Comparisons;
            await LaravelSpeaker.SignInWithAsync(host, password);
            Assert.That(_hasher.Comparisons - before, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_reset_mails_each_and_names_the_tenant()
    {
        await using var host = await StartAsync(atHome: true);
        await LaravelSpeaker.RequestResetAsync(host);

        var (one, other) = (await host.Mails.NextAsync(), await host.Mails.NextAsync());

        Assert.That(new[] { one.To, other.To }, Is.All.EqualTo(Speaker.Email));
        Assert.That(new[] { one, other }.Count(mail => mail.Text.Contains("demo", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_reset_resets_the_account_that_it_was_mailed_for()
    {
        await using var host = await StartAsync(atHome: true);
        await LaravelSpeaker.RequestResetAsync(host);
        string[] tokens = [await host.Mails.NextTokenAsync(Speaker.Email), await host.Mails.NextTokenAsync(Speaker.Email)];
        var (home, demo) = (tokens.Single(token => token.Split('.').Length == 2), tokens.Single(token => token.Split('.').Length == 3));

        // What finds the one, with what proves a right to the other.
        var prefix = demo.Split('.')[0];
        Assert.That((await LaravelSpeaker.ResetAsync(host, $"{prefix}.{home}", "moved horse 5!")).Status, Is.GreaterThanOrEqualTo(400));
        Assert.That((await LaravelSpeaker.ResetAsync(host, demo[(prefix.Length + 1)..], "moved horse 5!")).Status, Is.GreaterThanOrEqualTo(400));
        Assert.That((await LaravelSpeaker.ResetAsync(host, demo, "moved horse 6!")).Status, Is.EqualTo(200));
        Assert.That(await TenantOfAsync(host, await Pair.SignInAsync(host)), Is.Null, "The account at home is as it was.");
        Assert.That((await LaravelSpeaker.ResetAsync(host, home, "moved horse 7!")).Status, Is.EqualTo(200));

        Assert.That(await TenantOfAsync(host, await Pair.SignInAsync(host, password: "moved horse 6!")), Is.EqualTo("demo"));
        Assert.That(await TenantOfAsync(host, await Pair.SignInAsync(host, password: "moved horse 7!")), Is.Null);
    }

    private async Task<TestHost> StartAsync(bool atHome, string theirs = Theirs)
    {
        var host = await TestHost.StartAsync(Plan);
        var (home, demo) = atHome ? (Speaker.Password, theirs) : (theirs, Speaker.Password);
        Assert.That((await new LaravelSpeaker().RegisterAsync(host, password: home)).Status, Is.EqualTo(200));
        Assert.That((await new TenantSpeaker().RegisterAsync(host, password: demo)).Status, Is.EqualTo(201));
        return host;
    }

    private static async Task<string?> TenantOfAsync(TestHost host, Pair pair)
    {
        var me = await host.MeAsync(pair.Access);
        Assert.That(me.Status, Is.EqualTo(200), me.Body);
        return me.Json.TryGetProperty("tid", out var tenant) ? tenant.GetString() : null;
    }
}
