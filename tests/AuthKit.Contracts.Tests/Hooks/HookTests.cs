using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Events;
using AuthKit.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Hooks;

/// <summary>The host is asked before a flow runs, and refuses in its own words.</summary>
internal sealed class HookTests
{
    private const string Sentence = "Only people of the club make accounts here.";

    private static readonly Fault Closed = new("club_only", like: Fault.AccessDenied, Sentence);

    [TestCaseSource(typeof(Speaker), nameof(Speaker.All))]
    public async Task What_it_refuses_with_is_said_in_each_contract_s_words(Speaker speaker)
    {
        var heard = new HeardEvents();
        await using var host = await TestHost.StartAsync(Refusing(_ => new Failure(Closed)).And(heard.Plan));

        var refused = await speaker.RegisterAsync(host);

        Envelope.AssertFailure(speaker.Contract, refused);
        Assert.That(refused.Body, Does.Contain(Sentence));
        Assert.That((await speaker.SignInAsync(host)).Status, Is.GreaterThanOrEqualTo(400), "there is no account");
        Assert.That(heard.All.OfType<Registered>(), Is.Empty);
    }

    [TestCaseSource(typeof(Speaker), nameof(Speaker.All))]
    public async Task Where_it_does_not_refuse_the_flow_runs(Speaker speaker)
    {
        await using var host = await TestHost.StartAsync(Refusing(_ => null));

        Assert.That((await speaker.RegisterAsync(host)).Status, Is.LessThan(300));
        Assert.That((await speaker.SignInAsync(host)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task The_sign_up_page_says_it_above_its_form_and_a_field_s_rule_at_the_field()
    {
        await using var host = await PageHost.StartAsync(Refusing(static command => command.Email switch
        {
            "closed@example.com" => new Failure(Closed),
            "rule@example.com" => Failure.Of(Field.Email, Rule.Taken),
            _ => null,
        }));
        using var browser = new Browser(host);
        var form = await browser.OpenAsync("/signup");

        var refused = await SubmitAsync("closed@example.com");
        var again = await browser.SubmitAsync(refused, ("email", "anna@example.com"), ("password", Speaker.Password), ("username", ""), ("given_name", ""), ("family_name", ""));

        Assert.That(refused.Status, Is.EqualTo(400));
        Assert.That(refused.Body, Does.Contain($"<div class=\"alert\" role=\"alert\"><p>{Sentence}</p></div>").And.Contain("value=\"closed@example.com\""));
        Assert.That(again.Body, Does.Contain("anna@example.com").And.Not.Contain(Sentence));

        Task<Answer> SubmitAsync(string email) => browser.SubmitAsync(form, ("email", email), ("password", Speaker.Password), ("username", ""), ("given_name", ""), ("family_name", ""));
    }

    [Test]
    public async Task Several_are_asked_in_order_until_one_refuses()
    {
        var asked = new List<int>();
        await using var host = await TestHost.StartAsync(new()
        {
            Build = authKit => authKit.Before<Login>(Asked(1, refuses: false)).Before<Login>(Asked(2, refuses: true)).Before<Login>(Asked(3, refuses: false)),
        });
        await Pair.RegisterAsync(host);

        var refused = await new LaravelSpeaker().SignInAsync(host);

        Assert.That(refused.Body, Does.Contain(Sentence));
        Assert.That(asked, Is.EqualTo(new[] { 1, 2 }));

        Func<Login, FlowContext, IServiceProvider, CancellationToken, Task<Failure?>> Asked(int number, bool refuses) => (_, _, _, _) =>
        {
            asked.Add(number);
            return Task.FromResult(refuses ? new Failure(Closed) : null);
        };
    }

    [Test]
    public async Task It_sees_the_command_and_how_it_came_and_no_secret_beside_it()
    {
        (Login Command, FlowContext Context, object? Http)? seen = null;
        await using var host = await TestHost.StartAsync(new()
        {
            Services = services => services.AddHttpContextAccessor(),
            Build = authKit => authKit.Before<Login>((command, context, services, _) =>
            {
                seen = (command, context, services.GetRequiredService<IHttpContextAccessor>().HttpContext);
                return Task.FromResult<Failure?>(null);
            }),
        });
        await Pair.RegisterAsync(host);

        await host.PostJsonAsync("/api/v1/login", $$"""{"email":"{{Speaker.Email}}","password":"{{Speaker.Password}}"}""", ("Cookie", "authkit-device=abc"), ("DPoP", "a.b.c"), ("User-Agent", "tests"));

        var (command, context, http) = seen!.Value;
        Assert.That((context.ClientId, context.UserAgent, context.Device, context.Proof), Is.EqualTo(("laravel", "tests", (string?)null, (Proofs.PresentedProof?)null)));
        Assert.That(context.RemoteAddress, Is.Not.Null);
        Assert.That(http, Is.Not.Null);
        Assert.That(command.ToString(), Is.EqualTo(nameof(Login)));
    }

    [TestCaseSource(typeof(Speaker), nameof(Speaker.All))]
    public async Task Where_it_throws_the_request_fails_in_the_envelope_and_the_flow_does_not_run(Speaker speaker)
    {
        await using var host = await TestHost.StartAsync(Refusing(_ => throw new InvalidOperationException("a bug of the host's")));
        await using var without = await TestHost.StartAsync(Refusing(_ => throw new StoreUnavailableException("the host's own database is down")));

        var broken = await speaker.RegisterAsync(host);
        var unavailable = await speaker.RegisterAsync(without);

        Envelope.AssertFailure(speaker.Contract, broken);
        Envelope.AssertFailure(speaker.Contract, unavailable);
        Assert.That((broken.Status, unavailable.Status), Is.EqualTo((500, 503)));
        Assert.That(broken.Body, Does.Not.Contain("a bug of the host's"));
        Assert.That(host.Logs.Text, Does.Contain("a bug of the host's"));
    }

    [Test]
    public async Task One_that_does_not_end_and_does_not_heed_its_token_holds_no_request_up_for_longer_than_a_database_could()
    {
        await using var host = await TestHost.StartAsync(new()
        {
            Options = options => options.Databases.RequestTimeout = TimeSpan.FromSeconds(1),
            Build = authKit => authKit.Before<Register>((_, _, _, _) => new TaskCompletionSource<Failure?>().Task),
        });

        Assert.That((await new LaravelSpeaker().RegisterAsync(host)).Status, Is.EqualTo(503));
    }

    [Test]
    public async Task A_hook_that_would_never_run_keeps_the_host_from_starting()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => TestHost.StartAsync(new() { Build = authKit => authKit.Before<NobodyAsks>((_, _, _, _) => Task.FromResult<Failure?>(null)) }));

        Assert.That(refused.Message, Does.StartWith("Before<NobodyAsks> was called, and no flow of this host is asked a NobodyAsks;"));
    }

    private static HostPlan Refusing(Func<Register, Failure?> hook) => new()
    {
        Build = authKit => authKit.Before<Register>(async (command, _, _, cancellationToken) =>
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return hook(command);
        }),
    };

    private sealed record NobodyAsks : Command;
}
