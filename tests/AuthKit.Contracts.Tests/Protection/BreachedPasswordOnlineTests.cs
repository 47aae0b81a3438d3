using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using AuthKit.Passwords;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>A service on the network learns five digits of a hash, and holds nobody up.</summary>
internal sealed class BreachedPasswordOnlineTests
{
    private const string Leaked = "orange tractor 1987";

    private static IEnumerable<TestCaseData> BadAnswers()
    {
        yield return Bad("an error", "status", static http => Fail(http, 500));
        yield return Bad("too many requests", "status", static http => Fail(http, 429));
        yield return Bad("a redirect", "status", http => { http.Response.Redirect("/range/00000"); return Task.CompletedTask; });
        yield return Bad("nothing", "malformed", static _ => Task.CompletedTask);
        yield return Bad("a page", "malformed", static http => http.Response.WriteAsync("<html><body>Sign in to the hotel's network</body></html>"));
        yield return Bad("hashes without counts", "malformed", static http => http.Response.WriteAsync(RangeService.Hash("a")[5..] + "\r\n"));
        yield return Bad("a count that is none", "malformed", static http => http.Response.WriteAsync(RangeService.Hash("a")[5..] + ":many\r\n"));
        yield return Bad("bytes that are no text", "malformed", static http => http.Response.Body.WriteAsync(new byte[] { 0xFF, 0xFE, 0, 0xD8 }).AsTask());
        yield return Bad("a line without an end", "too_large", static async http => await EndlessAsync(http, new string('A', 4096)));
        yield return Bad("lines without an end", "too_large", static async http => await EndlessAsync(http, $"{new string('A', 35)}:1\r\n"));
        yield return Bad("a connection that breaks", "unreachable", static async http => { await http.Response.WriteAsync("00"); await http.Response.Body.FlushAsync(); http.Abort(); });
    }

    private static Task Fail(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    [Test]
    public async Task A_breached_password_is_refused_and_five_digits_are_all_that_is_told()
    {
        await using var service = await RangeService.StartAsync();
        await using var host = await StartAsync(service);
        service.Answer = static http => http.Response.WriteAsync(RangeService.Lines(Leaked));

        var refused = await new LaravelSpeaker().RegisterAsync(host, Speaker.Email, Leaked);

        Assert.That(refused.Status, Is.EqualTo(422));
        Assert.That(refused.Body, Does.Contain("on a list of compromised passwords"));
        Assert.That(service.Asked, Is.EqualTo(new[] { $"/range/{RangeService.Hash(Leaked)[..5]}" }));
        Assert.That(service.Headers, Is.EqualTo(new[] { "Add-Padding: true\nUser-Agent: AuthKit" }));
    }

    [Test]
    public async Task What_only_pads_an_answer_is_no_hit()
    {
        await using var service = await RangeService.StartAsync();
        await using var host = await StartAsync(service);
        service.Answer = static http => http.Response.WriteAsync(RangeService.Lines(Leaked, seen: 0));
        Assert.That((await new LaravelSpeaker().RegisterAsync(host, Speaker.Email, Leaked)).Status, Is.EqualTo(200));
        Assert.That(service.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Nobody_is_asked_about_a_password_that_breaks_a_rule_or_where_the_host_does_not_say_so()
    {
        await using var service = await RangeService.StartAsync();
        await using var host = await StartAsync(service);
        await using var offline = await TestHost.StartAsync(new() { Options = options => options.Passwords.Breached.Address = service.Address });

        Assert.That((await new LaravelSpeaker().RegisterAsync(host, Speaker.Email, "short")).Status, Is.EqualTo(422));
        Assert.That((await new LaravelSpeaker().RegisterAsync(host, Speaker.Email, "password1234")).Status, Is.EqualTo(422));
        Assert.That((await new LaravelSpeaker().RegisterAsync(offline)).Status, Is.EqualTo(200));
        Assert.That((await new LaravelSpeaker().SignInAsync(offline)).Status, Is.EqualTo(200));
        Assert.That(service.Asked, Is.Empty);
    }

    [TestCaseSource(nameof(BadAnswers))]
    public async Task A_bad_answer_lets_the_password_pass_and_is_told(string error, RequestDelegate answer)
    {
        var heard = new HeardEvents();
        await using var service = await RangeService.StartAsync();
        await using var host = await StartAsync(service, plan: heard.Plan);
        service.Answer = answer;

        Assert.That((await new LaravelSpeaker().RegisterAsync(host)).Status, Is.EqualTo(200));
        var told = await heard.NextAsync<BreachCheckFailed>();
        Assert.That((told.Corpus, told.Error), Is.EqualTo(("online", error)));
        Assert.That(service.Asked, Has.Count.EqualTo(1));
        Assert.That(host.Logs.Text, Does.Contain("could not be looked for").And.Not.Contain(RangeService.Hash(Speaker.Password)[..5]));
    }

    [TestCaseSource(nameof(BadAnswers))]
    public async Task Where_the_host_has_it_so_a_password_that_was_not_checked_is_not_taken(string error, RequestDelegate answer)
    {
        await using var service = await RangeService.StartAsync();
        await using var host = await StartAsync(service, online => online.RefuseUnchecked = true);
        service.Answer = answer;

        var refused = await new LaravelSpeaker().RegisterAsync(host);

        Assert.That(refused.Status, Is.EqualTo(503), error);
        Assert.That(refused.Header("Retry-After"), Is.EqualTo("5"));
        service.Answer = static http => http.Response.WriteAsync(RangeService.Lines());
        Assert.That((await new LaravelSpeaker().RegisterAsync(host)).Status, Is.EqualTo(200));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_silent_service_is_waited_for_no_longer_than_the_timeout(bool beginsToAnswer)
    {
        var heard = new HeardEvents();
        await using var service = await RangeService.StartAsync();
        await using var host = await StartAsync(service, plan: heard.Plan);
        service.Answer = async http =>
        {
            if (beginsToAnswer)
                await http.Response.WriteAsync($"{new string('A', 35)}:1\r\n");
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };

        var registering = new LaravelSpeaker().RegisterAsync(host);
        await host.PassTimeAsync(registering);

        Assert.That((await registering).Status, Is.EqualTo(200));
        Assert.That((await heard.NextAsync<BreachCheckFailed>()).Error, Is.EqualTo("timed_out"));
    }

    [Test]
    public async Task The_service_is_in_no_private_network_unless_the_host_has_it_so()
    {
        var heard = new HeardEvents();
        await using var service = await RangeService.StartAsync();
        await using var host = await StartAsync(service, static online => online.AllowPrivateNetwork = false, heard.Plan);

        Assert.That((await new LaravelSpeaker().RegisterAsync(host)).Status, Is.EqualTo(200));
        Assert.That((await heard.NextAsync<BreachCheckFailed>()).Error, Is.EqualTo("refused_address"));
        Assert.That(service.Asked, Is.Empty);
    }

    [Test]
    public async Task A_corpus_of_the_host_s_own_is_asked()
    {
        await using var host = await TestHost.StartAsync(new() { Services = static services => services.AddSingleton<IBreachedPasswords, OwnCorpus>() });
        Assert.That((await new LaravelSpeaker().RegisterAsync(host, Speaker.Email, OwnCorpus.Password)).Status, Is.EqualTo(422));
        Assert.That((await new LaravelSpeaker().RegisterAsync(host)).Status, Is.EqualTo(200));
    }

    private static Task<TestHost> StartAsync(RangeService service, Action<BreachedPasswordOptions>? configure = null, HostPlan? plan = null) =>
        TestHost.StartAsync((plan ?? new()).And(new()
        {
            Build = builder => builder.AddBreachedPasswordsOnline(online =>
            {
                (online.Address, online.AllowPrivateNetwork) = (service.Address, true);
                configure?.Invoke(online);
            }),
        }));

    private static TestCaseData Bad(string name, string error, RequestDelegate answer) => new TestCaseData(error, answer).SetArgDisplayNames(name);

    private static async Task EndlessAsync(HttpContext http, string text)
    {
        while (!http.RequestAborted.IsCancellationRequested)
            await http.Response.WriteAsync(text);
    }

    private sealed class OwnCorpus : IBreachedPasswords
    {
        public const string Password = "a secret of ours that got out";

        public string Name => "own";

        public ValueTask<BreachAnswer> FindAsync(string password, CancellationToken cancellationToken) => new(password == Password ? BreachAnswer.Present : BreachAnswer.Absent);
    }
}
