using AuthKit.Contracts.Tests.Harness;
using AuthKit.Features;
using AuthKit.TwoFactor.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.TwoFactor;

/// <summary>What an authenticator's code is good for, and for how long.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
[Parallelizable(ParallelScope.Self)]
internal sealed class AuthenticatorTests
{
    private static readonly TwoFactorPaths Paths = TwoFactorPaths.Laravel;
    private TestHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await TestHost.StartAsync(Enrolled.Plan());

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [TestCase(-2, 401)]
    [TestCase(-1, 200)]
    [TestCase(1, 200)]
    [TestCase(2, 401)]
    public async Task A_step_either_way(int steps, int status)
    {
        var enrolled = await Enrolled.RegisterAsync(_host, $"step{steps}@example.com");
        _host.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.That((await enrolled.SignInAsync(enrolled.Code(steps))).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task No_code_is_good_twice_nor_one_before_it()
    {
        var enrolled = await Enrolled.RegisterAsync(_host, "twice@example.com");
        _host.Clock.Advance(TimeSpan.FromMinutes(2));

        var first = await enrolled.SignInAsync(enrolled.Code());
        var again = await enrolled.SignInAsync(enrolled.Code());
        var before = await enrolled.SignInAsync(enrolled.Code(-1));
        var next = await enrolled.SignInAsync(enrolled.Code(1));

        Assert.That((first.Status, again.Status, before.Status, next.Status), Is.EqualTo((200, 401, 401, 200)));
    }

    [Test]
    public async Task The_code_that_confirms_does_not_sign_in()
    {
        var session = await Pair.RegisterAsync(_host, "confirming@example.com");
        var code = TestAuthenticator.CodeOf(await Enrolled.BeginAsync(_host, session), _host.Clock.GetUtcNow());
        await Paths.PostAsync(_host, "two-factor/authenticator/confirmation", session.Access, ("code", code));

        Assert.That((await Paths.SignInAsync(_host, "confirming@example.com", code)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Before_it_is_confirmed_sign_in_does_not_ask()
    {
        var session = await Pair.RegisterAsync(_host, "waiting@example.com");
        await Enrolled.BeginAsync(_host, session);

        Assert.That((await new LaravelSpeaker().SignInAsync(_host, "waiting@example.com")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_first_one_asks_for_a_recent_proof()
    {
        var session = await Pair.RegisterAsync(_host, "stale@example.com");
        _host.Clock.Advance(TimeSpan.FromMinutes(10));

        var begun = await Paths.PostAsync(_host, "two-factor/authenticator", session.Access);

        Assert.That(begun.Status, Is.EqualTo(Fault.ProofRequired.Status), begun.Body);
        Assert.That(begun.Body, Does.Not.Contain("otpauth"));
    }

    [Test]
    public async Task A_second_enrolment_takes_the_place_of_the_first()
    {
        var session = await Pair.RegisterAsync(_host, "second@example.com");
        var (first, second) = (await Enrolled.BeginAsync(_host, session), await Enrolled.BeginAsync(_host, session));

        var former = await ConfirmAsync(session, TestAuthenticator.CodeOf(first, _host.Clock.GetUtcNow()));
        var latter = await ConfirmAsync(session, TestAuthenticator.CodeOf(second, _host.Clock.GetUtcNow()));

        Assert.That((former.Status, latter.Status), Is.EqualTo((422, 200)), former.Body);
    }

    [Test]
    public async Task Replacing_one_that_counts_takes_a_code_of_it_and_it_counts_until_then()
    {
        var enrolled = await Enrolled.RegisterAsync(_host, "replacing@example.com");

        var unproved = await enrolled.PostAsync("two-factor/authenticator", null);
        var secret = await Enrolled.BeginAsync(_host, enrolled.Session, enrolled.Code());
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        var still = await enrolled.SignInAsync(enrolled.Code());
        var confirmed = Enrolled.CodesIn(await ConfirmAsync(enrolled.Session, TestAuthenticator.CodeOf(secret, _host.Clock.GetUtcNow())));
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        var former = await enrolled.SignInAsync(enrolled.Code());
        var formerRecovery = await enrolled.SignInAsync(enrolled.RecoveryCodes[0], "recovery_code");
        var latter = await enrolled.SignInAsync(TestAuthenticator.CodeOf(secret, _host.Clock.GetUtcNow()));
        var latterRecovery = await enrolled.SignInAsync(confirmed[0], "recovery_code");

        Assert.That((unproved.Status, still.Status, former.Status, formerRecovery.Status, latter.Status, latterRecovery.Status), Is.EqualTo((422, 200, 401, 401, 200, 200)), unproved.Body);
    }

    [Test]
    public async Task One_that_counts_by_now_is_not_replaced_by_whoever_began_before_it_did()
    {
        var enrolled = await Enrolled.RegisterAsync(_host, "overtaken@example.com");
        var opened = await _host.Services.GetRequiredService<IFeatureAccounts>().OfTokenAsync(enrolled.Session.Access, new() { ClientId = "laravel" }, CancellationToken.None);
        await using var account = opened.Value!;

        var begun = await account.Records.BeginEnrolmentAsync(account.User.Id, current: null, Guid.CreateVersion7(), [1], _host.Clock.GetUtcNow(), CancellationToken.None);

        Assert.That(begun, Is.False);
        Assert.That((await account.Records.FindAuthenticatorAsync(account.User.Id, CancellationToken.None))!.PendingId, Is.Null);
    }

    [Test]
    public async Task An_enrolment_is_guessed_at_five_times_and_ends()
    {
        var session = await Pair.RegisterAsync(_host, "guessed@example.com");
        var secret = await Enrolled.BeginAsync(_host, session);
        for (var i = 0; i < 5; i++)
            Assert.That((await ConfirmAsync(session, "000000")).Body, Does.Contain("The code is not correct."));

        var right = await ConfirmAsync(session, TestAuthenticator.CodeOf(secret, _host.Clock.GetUtcNow()));

        Assert.That(right.Body, Does.Contain("No authenticator waits"));
    }

    [Test]
    public async Task An_enrolment_waits_for_ten_minutes()
    {
        var session = await Pair.RegisterAsync(_host, "late@example.com");
        var secret = await Enrolled.BeginAsync(_host, session);
        _host.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.That((await ConfirmAsync(session, TestAuthenticator.CodeOf(secret, _host.Clock.GetUtcNow()))).Body, Does.Contain("No authenticator waits"));
    }

    [Test]
    public async Task Whoever_has_a_token_guesses_twenty_times_a_day_and_locks_nobody_out()
    {
        var enrolled = await Enrolled.RegisterAsync(_host, "token@example.com");
        for (var i = 0; i < 20; i++)
            Assert.That((await enrolled.PostAsync("two-factor/authenticator/removal", "000000")).Status, Is.EqualTo(422));

        var right = await enrolled.PostAsync("two-factor/authenticator/removal", enrolled.Code());
        var owner = await enrolled.SignInAsync(enrolled.Code());

        Assert.That((right.Status, owner.Status), Is.EqualTo((429, 200)), right.Body);
    }

    [Test]
    public async Task Other_sessions_end_when_it_is_set_up_and_when_it_is_taken_away()
    {
        var session = await Pair.RegisterAsync(_host, "others@example.com");
        var other = await Pair.SignInAsync(_host, "others@example.com");
        var secret = await Enrolled.BeginAsync(_host, session);
        Enrolled.CodesIn(await ConfirmAsync(session, TestAuthenticator.CodeOf(secret, _host.Clock.GetUtcNow())));
        var ended = await other.TryAsync(_host);
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        var second = Pair.Of(await Paths.SignInAsync(_host, "others@example.com", TestAuthenticator.CodeOf(secret, _host.Clock.GetUtcNow())));
        _host.Clock.Advance(TimeSpan.FromSeconds(30));

        var removed = await Paths.PostAsync(_host, "two-factor/authenticator/removal", session.Access, ("code", TestAuthenticator.CodeOf(secret, _host.Clock.GetUtcNow())));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(removed.Status, Is.EqualTo(200), removed.Body);
            Assert.That(ended, Is.EqualTo((401, 401)));
            Assert.That(await second.TryAsync(_host), Is.EqualTo((401, 401)));
            Assert.That(await session.TryAsync(_host), Is.EqualTo((200, 200)));
            Assert.That((await new LaravelSpeaker().SignInAsync(_host, "others@example.com")).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task What_is_no_code_is_refused_and_breaks_nothing([Values("totp", "recovery_code")] string method)
    {
        var enrolled = await Enrolled.RegisterAsync(_host, $"hostile-{method}@example.com");
        string[] codes = [new('1', 10_000), "２８７０８２", "abcdef", "-1", "' OR 1=1 --", "\u202e123456", "123456\0", "😀😀😀😀😀😀"];

        foreach (var code in codes)
            Assert.That((await enrolled.SignInAsync(code, method)).Status, Is.EqualTo(401), code);
        Assert.That((await enrolled.SignInAsync(null, method)).Status, Is.EqualTo(422));
        Assert.That((await enrolled.SignInAsync(enrolled.Code())).Status, Is.EqualTo(200));
    }

    private Task<Answer> ConfirmAsync(Pair session, string code) => Paths.PostAsync(_host, "two-factor/authenticator/confirmation", session.Access, ("code", code));
}
