using AuthKit.Contracts.Tests.External;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;

namespace AuthKit.Contracts.Tests.Events;

/// <summary>What happens to accounts and sessions is told, by the routes that do it.</summary>
internal sealed class AccountEventTests
{
    private const string NewPassword = "another horse 8!";

    private readonly HeardEvents _heard = new();

    private TestHost _host = null!;

    [SetUp]
    public async Task StartAsync() => _host = await TestHost.StartAsync(_heard.Plan.And(new() { Options = SharedProviders.Instance.Configure }));

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task A_registration_and_the_sign_in_that_follows()
    {
        await Pair.RegisterAsync(_host);

        var registered = await _heard.NextAsync<Registered>();
        var signedIn = await _heard.NextAsync<SignedIn>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(registered.UserId, Is.Not.Null);
            Assert.That(registered.Tenant, Is.Empty);
            Assert.That(registered.Contract, Is.EqualTo("laravel"));
            Assert.That(registered.Address?.ToString(), Is.EqualTo("127.0.0.1"));
            Assert.That(registered.Time, Is.EqualTo(_host.Clock.GetUtcNow()));
            Assert.That(signedIn.UserId, Is.EqualTo(registered.UserId));
        }
    }

    [Test]
    public async Task A_sign_in_says_whether_the_device_is_known_and_which_session_stands()
    {
        var first = await Pair.RegisterAsync(_host);
        await _heard.NextAsync<SignedIn>();

        await LaravelSpeaker.SignInWithAsync(_host, Speaker.Password, ("User-Agent", new string('x', 300)));
        var unknown = await _heard.NextAsync<SignedIn>();
        var again = Pair.Of(await LaravelSpeaker.SignInWithAsync(_host, Speaker.Password, Requests.Bearer(first.Access)));
        var known = await _heard.NextAsync<SignedIn>();

        var session = Claim(await _host.MeAsync(again.Access), "sid");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(unknown.KnownDevice, Is.False);
            Assert.That(unknown.UserAgent, Has.Length.EqualTo(256));
            Assert.That(known.KnownDevice, Is.True);
            Assert.That(known.SessionId.ToString(), Is.EqualTo(session));
            Assert.That(known.ClientId, Is.EqualTo("laravel"));
        }
    }

    [Test]
    public async Task A_failed_sign_in_says_why_and_nothing_of_what_was_typed()
    {
        await Pair.RegisterAsync(_host);
        var account = (await _heard.NextAsync<Registered>()).UserId;

        await Speak("nobody-knows-me@example.com", Speaker.Password);
        var unknown = await _heard.NextAsync<SignInFailed>();
        for (var i = 0; i < 5; i++)
            await Speak(Speaker.Email, "wrong horse 9!");
        var wrong = await _heard.NextAsync<SignInFailed>();
        var closed = await _heard.NextAsync<LockedOut>();
        await Speak(Speaker.Email, Speaker.Password);
        var locked = await _heard.NextAsync<SignInFailed>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((unknown.Reason, unknown.UserId, unknown.Tenant), Is.EqualTo((SignInFailures.UnknownAccount, (Guid?)null, (string?)null)));
            Assert.That((wrong.Reason, wrong.UserId, wrong.Tenant), Is.EqualTo((SignInFailures.WrongPassword, account, "")));
            Assert.That((closed.Failures, closed.UserId), Is.EqualTo((5, account)));
            Assert.That((locked.Reason, locked.UserId), Is.EqualTo((SignInFailures.LockedOut, account)));
            Assert.That(string.Join('\n', _heard.All), Does.Not.Contain("nobody-knows-me").And.Not.Contain("wrong horse"));
        }

        Task Speak(string email, string password) => new LaravelSpeaker().SignInAsync(_host, email, password);
    }

    [Test]
    public async Task A_password_that_is_changed_and_a_wrong_one_that_changes_nothing()
    {
        var pair = await Pair.RegisterAsync(_host);
        var session = (await _heard.NextAsync<SignedIn>()).SessionId;

        await MessageCodeSpeaker.UpdatePasswordAsync(_host, pair.Access, "wrong horse 9!", NewPassword);
        var failed = await _heard.NextAsync<ReauthenticationFailed>();
        await MessageCodeSpeaker.UpdatePasswordAsync(_host, pair.Access, Speaker.Password, NewPassword);
        var changed = await _heard.NextAsync<PasswordChanged>();

        Assert.That((failed.Reason, failed.SessionId), Is.EqualTo((SignInFailures.WrongPassword, session)));
        Assert.That((changed.SessionId, changed.Contract), Is.EqualTo((session, "message-code")));
    }

    [Test]
    public async Task A_reset_from_its_request_to_its_end()
    {
        await Pair.RegisterAsync(_host);
        var account = (await _heard.NextAsync<Registered>()).UserId;

        await LaravelSpeaker.RequestResetAsync(_host);
        var asked = await _heard.NextAsync<PasswordResetRequested>();
        var sent = await _heard.NextAsync<MailSent>();
        var token = await _host.Mails.NextTokenAsync(Speaker.Email);
        await LaravelSpeaker.ResetAsync(_host, token, NewPassword);
        var completed = await _heard.NextAsync<PasswordResetCompleted>();
        await LaravelSpeaker.ResetAsync(_host, token, NewPassword);
        var refused = await _heard.NextAsync<TokenRefused>();
        await LaravelSpeaker.RequestResetAsync(_host, "nobody-knows-me@example.com");
        var unknown = await _heard.NextAsync<PasswordResetRequested>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((asked.UserId, asked.Tenant, asked.Address?.ToString()), Is.EqualTo((account, "", "127.0.0.1")));
            Assert.That((sent.Kind, sent.Attempt), Is.EqualTo(("password-reset", 1)));
            Assert.That(completed.UserId, Is.EqualTo(account));
            Assert.That(refused.Kind, Is.EqualTo(TokenKinds.PasswordReset));
            Assert.That(unknown.UserId, Is.Null);
            Assert.That(string.Join('\n', _heard.All), Does.Not.Contain("nobody-knows-me").And.Not.Contain(Speaker.Email));
        }
    }

    [Test]
    public async Task A_profile_that_is_changed()
    {
        var pair = await Pair.RegisterAsync(_host);

        await MessageCodeSpeaker.UpdateUserAsync(_host, pair.Access, "Anna Example");

        Assert.That((await _heard.NextAsync<ProfileChanged>()).SessionId, Is.Not.Null);
    }

    [Test]
    public async Task A_sign_out_and_the_token_that_is_refused_after_it()
    {
        var pair = await Pair.RegisterAsync(_host);
        var session = (await _heard.NextAsync<SignedIn>()).SessionId;

        await LaravelSpeaker.LogoutAsync(_host, pair.Access);
        var ended = await _heard.NextAsync<SessionEnded>();
        await _host.MeAsync(pair.Access);
        var access = await _heard.NextAsync<TokenRefused>();
        await LaravelSpeaker.RefreshAsync(_host, pair.Refresh);
        var refresh = await _heard.NextAsync<TokenRefused>();
        await _host.MeAsync("nonsense");
        var nonsense = await _heard.NextAsync<TokenRefused>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((ended.Reason, ended.SessionId), Is.EqualTo((SessionEndings.SignedOut, session)));
            Assert.That((access.Kind, access.Reason, access.SessionId), Is.EqualTo((TokenKinds.Access, TokenRefusals.Ended, session)));
            Assert.That((refresh.Kind, refresh.Reason, refresh.SessionId), Is.EqualTo((TokenKinds.Refresh, TokenRefusals.Ended, session)));
            Assert.That((nonsense.Reason, nonsense.SessionId), Is.EqualTo((TokenRefusals.Invalid, (Guid?)null)));
        }
    }

    [Test]
    public async Task A_refused_token_is_told_once_though_two_ask()
    {
        var pair = await Pair.RegisterAsync(_host);
        _host.Clock.Advance(TimeSpan.FromHours(1));

        await LaravelSpeaker.LogoutAsync(_host, pair.Access);
        await Pair.RegisterAsync(_host, "bert@example.com");
        await _heard.NextAsync<Registered>(registered => registered.Time == _host.Clock.GetUtcNow());

        Assert.That(_heard.All.OfType<TokenRefused>().Select(refused => refused.Reason), Is.EqualTo([TokenRefusals.Expired]));
    }

    [Test]
    public async Task A_refresh_token_that_comes_again()
    {
        var first = await Pair.RegisterAsync(_host);
        var session = (await _heard.NextAsync<SignedIn>()).SessionId;
        await first.RefreshAsync(_host);

        _host.Clock.Advance(TimeSpan.FromSeconds(3));
        await first.RefreshAsync(_host);
        var served = await _heard.NextAsync<RefreshServedInGrace>();
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        await LaravelSpeaker.RefreshAsync(_host, first.Refresh);
        var replayed = await _heard.NextAsync<RefreshReplayed>();

        Assert.That((served.Age, served.SessionId), Is.EqualTo((TimeSpan.FromSeconds(3), session)));
        Assert.That(replayed.SessionId, Is.EqualTo(session));
    }

    [Test]
    public async Task A_sign_in_through_a_provider()
    {
        await MessageCodeSpeaker.ThirdPartyAsync(_host, 2, new ProviderToken().Encode());
        var registered = await _heard.NextAsync<Registered>();
        var linked = await _heard.NextAsync<ExternalLoginLinked>();
        var signedIn = await _heard.NextAsync<SignedIn>();
        await MessageCodeSpeaker.ThirdPartyAsync(_host, 2, new ProviderToken { GoogleAudience = "another" }.Encode());
        var failed = await _heard.NextAsync<SignInFailed>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((registered.Provider, linked.Provider, signedIn.Provider), Is.EqualTo(("google", "google", "google")));
            Assert.That(linked.UserId, Is.EqualTo(registered.UserId));
            Assert.That(signedIn.UserId, Is.EqualTo(registered.UserId));
            Assert.That((failed.Reason, failed.Provider), Is.EqualTo((SignInFailures.ExternalToken, "google")));
        }
    }

    private static string Claim(Answer me, string name) => me.Json.GetProperty(name).GetString()!;
}
