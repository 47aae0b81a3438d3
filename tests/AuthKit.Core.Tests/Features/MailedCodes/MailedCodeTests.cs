using System.Text.RegularExpressions;
using System.Web;
using AuthKit.Events;
using AuthKit.Features.MailedCodes;
using AuthKit.Mail;
using AuthKit.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static AuthKit.Core.Tests.Features.FeatureHost;

namespace AuthKit.Core.Tests.Features.MailedCodes;

/// <summary>People sign in with a code that is mailed to them.</summary>
[TestFixture(Keeping.Memory)]
[TestFixture(Keeping.Sqlite)]
internal sealed partial class MailedCodeTests(Keeping keeping)
{
    private const string Unknown = "nobody@example.com";
    private const string Other = "another horse 8!";

    private FeatureHost _host = null!;

    [SetUp]
    public void Start() => _host = Started();

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    private FeatureHost Started(Action<AuthKitOptions>? configure = null) => new(keeping, builder => builder.AddMailedCodesCore(), options =>
    {
        (options.MailedCodes.Pause, options.MailedCodes.DailyLimit) = (TimeSpan.Zero, int.MaxValue);
        configure?.Invoke(options);
    });

    private async Task RestartAsync(Action<AuthKitOptions> configure)
    {
        await _host.DisposeAsync();
        _host = Started(configure);
    }

    private async Task<string> AskAsync(string email = Email) => (await _host.DoAsync(MailedCodeFlows.Request, new(email))).Challenge;

    private Task<Outcome<TokenPair>> TryAsync(string challenge, string code) => _host.TryAsync(MailedCodeFlows.SignIn, new(challenge, code));

    private async Task AssertRefusedAsync(string challenge, string code)
    {
        var failure = (await TryAsync(challenge, code)).Failure!;
        Assert.That((failure.Fault, failure.BrokenRules.Count, failure.RetryAfter), Is.EqualTo((MailedCodeFaults.InvalidCode, 0, (TimeSpan?)null)));
    }

    private async Task<string> DeliverCodeAsync(string to = Email) => CodeIn(await _host.DeliverOneAsync(to));

    private static string CodeIn(AuthMail mail) => SixDigits().Match(mail.Text).Value.Trim();

    /// <summary>A code that is not the mailed one.</summary>
    private static string Wrong(string code) => code == "000000" ? "000001" : "000000";

    [Test]
    public async Task The_code_signs_in_whoever_asked_for_it()
    {
        await _host.RegisterAsync();
        var challenge = await AskAsync();
        var mail = await _host.DeliverOneAsync();

        var tokens = (await TryAsync(challenge, CodeIn(mail))).Value!;

        Assert.That((await _host.DoAsync(Flows.GetProfile, new(tokens.AccessToken))).Email, Is.EqualTo(Email));
        Assert.That(tokens.RefreshToken, Is.Not.Null);
        Assert.That(mail.Subject, Does.StartWith(CodeIn(mail)));
        Assert.That(_host.Events.OfType<SignedIn>().Last().UserId, Is.EqualTo(_host.Events.OfType<Registered>().Single().UserId));
    }

    [Test]
    public async Task The_link_carries_the_code_and_names_the_request_and_nothing_that_signs_in_elsewhere()
    {
        await _host.RegisterAsync();
        var challenge = await AskAsync();
        var mail = await _host.DeliverOneAsync();

        var link = LinkIn(mail);
        var query = HttpUtility.ParseQueryString(link.Query);

        Assert.That(link.GetLeftPart(UriPartial.Path), Is.EqualTo("https://auth.example/mailed-code"));
        Assert.That((query["code"], query["request"], query.Count), Is.EqualTo((CodeIn(mail), challenge.Split('.')[0], 2)));
    }

    [Test]
    public async Task A_code_is_worth_nothing_without_the_secret_of_whoever_asked()
    {
        await _host.RegisterAsync();
        await AskAsync();
        var code = await DeliverCodeAsync();
        // A thief who reads the code has a challenge of the own.
        var theirs = await AskAsync();

        await AssertRefusedAsync(theirs, code);
        await AssertRefusedAsync("nonsense", code);
        await AssertRefusedAsync(new OpaqueToken("", OpaqueToken.NewHandle(), TokenSecret.New()).Encode(), code);
        Assert.That(await _host.FailAsync(MailedCodeFlows.SignIn, new(null, code)), Is.EqualTo(Fault.Invalid));
        Assert.That(await _host.FailAsync(MailedCodeFlows.SignIn, new(theirs, " ")), Is.EqualTo(Fault.Invalid));
    }

    [Test]
    public async Task The_handle_alone_opens_nothing()
    {
        await _host.RegisterAsync();
        var challenge = await AskAsync();
        var code = await DeliverCodeAsync();

        OpaqueToken.TryParse(challenge, out var asker);
        await AssertRefusedAsync(new OpaqueToken("", asker!.Handle, TokenSecret.New()).Encode(), code);

        Assert.That((await TryAsync(challenge, code)).Failure, Is.Null, "It has not cost an attempt.");
    }

    [TestCase("{0} ")]
    [TestCase("{1} {2}")]
    [TestCase("{1}-{2}")]
    public async Task A_code_may_be_typed_as_people_write_six_digits(string format)
    {
        await _host.RegisterAsync();
        var challenge = await AskAsync();
        var code = await DeliverCodeAsync();

        var typed = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, code, code[..3], code[3..]);

        Assert.That((await TryAsync(challenge, typed)).Failure, Is.Null);
    }

    [Test]
    public async Task A_code_is_used_once_however_many_send_it_at_once()
    {
        await RestartAsync(options => options.Lockout.MaxFailedAttempts = 1000);
        await _host.RegisterAsync();
        var challenge = await AskAsync();
        var code = await DeliverCodeAsync();

        var outcomes = await AtOnce.RunAsync(64, _ => TryAsync(challenge, code));

        Assert.That(outcomes.Count(outcome => outcome.Failure is null), Is.EqualTo(1));
        await AssertRefusedAsync(challenge, code);
    }

    [Test]
    public async Task Five_codes_may_be_tried_however_many_try_at_once()
    {
        await RestartAsync(options => (options.Lockout.MaxFailedAttempts, options.MailedCodes.MaxFailedAttemptsPerDay) = (1000, 1000));
        await _host.RegisterAsync();
        var challenge = await AskAsync();
        var code = await DeliverCodeAsync();

        await AtOnce.RunAsync(64, _ => TryAsync(challenge, Wrong(code)));

        Assert.That(_host.Events.OfType<SignInFailed>().Count(failed => failed.Reason == SignInFailures.WrongCode), Is.EqualTo(5));
        await AssertRefusedAsync(challenge, code);
        var next = await AskAsync();
        Assert.That((await TryAsync(next, await DeliverCodeAsync())).Failure, Is.Null);
    }

    [Test]
    public async Task The_fifth_may_be_the_right_one()
    {
        await _host.RegisterAsync();
        var challenge = await AskAsync();
        var code = await DeliverCodeAsync();
        for (var i = 0; i < 4; i++)
            await AssertRefusedAsync(challenge, Wrong(code));

        Assert.That((await TryAsync(challenge, code)).Failure, Is.Null);
    }

    [Test]
    public async Task A_day_has_its_number_of_wrong_codes_over_all_requests_at_once()
    {
        await RestartAsync(options => (options.Lockout.MaxFailedAttempts, options.MailedCodes.MaxFailedAttemptsPerDay) = (1000, 12));
        await _host.RegisterAsync();
        var asked = new List<(string Challenge, string Code)>();
        for (var i = 0; i < 16; i++)
            asked.Add((await AskAsync(), await DeliverCodeAsync()));

        await AtOnce.RunAsync(64, i => TryAsync(asked[i % 16].Challenge, Wrong(asked[i % 16].Code)));

        Assert.That(_host.Events.OfType<SignInFailed>().Count(failed => failed.Reason == SignInFailures.WrongCode), Is.EqualTo(12));
        var fresh = await AskAsync();
        await AssertRefusedAsync(fresh, await DeliverCodeAsync());
        Assert.That((await _host.SignInAsync()).Failure, Is.Null, "The password has a count of its own.");
        _host.Clock.Advance(TimeSpan.FromDays(1));
        fresh = await AskAsync();
        Assert.That((await TryAsync(fresh, await DeliverCodeAsync())).Failure, Is.Null);
    }

    [Test]
    public async Task The_owner_s_sign_ins_are_no_guesses_and_give_a_guesser_no_new_day()
    {
        await RestartAsync(options => (options.Lockout.MaxFailedAttempts, options.MailedCodes.MaxFailedAttemptsPerDay) = (1000, 3));
        await _host.RegisterAsync();
        for (var i = 0; i < 6; i++)
        {
            var challenge = await AskAsync();
            var code = await DeliverCodeAsync();
            if (i % 3 == 0)
                await AssertRefusedAsync(challenge, Wrong(code));
            Assert.That((await TryAsync(challenge, code)).Failure, Is.Null);
        }

        var last = await AskAsync();
        var right = await DeliverCodeAsync();
        await AssertRefusedAsync(last, Wrong(right));
        await AssertRefusedAsync(last, right);
    }

    [Test]
    public async Task Wrong_codes_in_a_row_have_to_pause()
    {
        await RestartAsync(options => options.Lockout.MaxFailedAttempts = 3);
        await _host.RegisterAsync();
        var challenge = await AskAsync();
        var code = await DeliverCodeAsync();
        for (var i = 0; i < 3; i++)
            await AssertRefusedAsync(challenge, Wrong(code));

        await AssertRefusedAsync(challenge, code);
        _host.Clock.Advance(_host.Options.Lockout.FirstLock);

        Assert.That((await TryAsync(challenge, code)).Failure, Is.Null, "Nobody looked at it before.");
    }

    [Test]
    public async Task A_locked_password_leaves_the_owner_this_way_in()
    {
        await _host.RegisterAsync();
        for (var i = 0; i < 6; i++)
            await _host.SignInAsync(password: Other);

        var challenge = await AskAsync();

        Assert.That((await TryAsync(challenge, await DeliverCodeAsync())).Failure, Is.Null);
    }

    [Test]
    public async Task A_code_has_its_time()
    {
        await _host.RegisterAsync();
        var challenge = await AskAsync();
        var code = await DeliverCodeAsync();

        _host.Clock.Advance(_host.Options.MailedCodes.Lifetime);

        await AssertRefusedAsync(challenge, code);
    }

    [Test]
    public async Task A_changed_credential_voids_it()
    {
        await _host.RegisterAsync();
        var challenge = await AskAsync();
        var code = await DeliverCodeAsync();
        await _host.DoAsync(Flows.RequestReset, new(Email));
        await _host.DoAsync(Flows.ResetPassword, new(await _host.DeliverTokenAsync(), Other));

        await AssertRefusedAsync(challenge, code);
    }

    [Test]
    public async Task An_address_without_an_account_is_answered_the_same_and_mailed_nothing()
    {
        await _host.RegisterAsync();
        var challenge = await AskAsync(Unknown);

        Assert.That(await _host.DeliverAsync(), Is.Empty);
        await AssertRefusedAsync(challenge, "000000");
        Assert.That(challenge, Has.Length.EqualTo((await AskAsync()).Length));
        Assert.That(_host.Events.OfType<MailedCodeRequested>().First().UserId, Is.Null);
        Assert.That(_host.Events.OfType<SignInFailed>().Single().UserId, Is.Null);
    }

    [Test]
    public async Task A_host_may_have_it_told_that_it_has_none()
    {
        await RestartAsync(options => options.MailedCodes.TellUnknownAddresses = true);
        var challenge = await AskAsync(Unknown);

        Assert.That((await _host.DeliverOneAsync(Unknown)).Subject, Is.EqualTo("You have no account with this address"));
        await AssertRefusedAsync(challenge, "000000");
    }

    [Test]
    public async Task Guesses_at_an_address_without_an_account_count_as_those_at_another()
    {
        await RestartAsync(options => options.Lockout.MaxFailedAttempts = 2);
        var challenge = await AskAsync(Unknown);
        await _host.DeliverAsync();

        for (var i = 0; i < 3; i++)
            await AssertRefusedAsync(challenge, "000000");

        Assert.That(_host.Events.OfType<SignInFailed>().Select(failed => failed.Reason), Is.EqualTo(new[] { SignInFailures.WrongCode, SignInFailures.WrongCode, SignInFailures.LockedOut }));
    }

    [Test]
    public async Task Mail_has_its_pause_and_a_day_its_number()
    {
        await RestartAsync(options => (options.MailedCodes.Pause, options.MailedCodes.DailyLimit) = (TimeSpan.FromSeconds(30), 2));
        await _host.RegisterAsync();

        await AtOnce.RunAsync(64, _ => AskAsync());
        await _host.DeliverOneAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        await AskAsync();
        await _host.DeliverOneAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        await AskAsync();

        Assert.That(await _host.DeliverAsync(), Is.Empty);
    }

    [Test]
    public async Task The_code_confirms_the_address_and_a_password_that_a_stranger_may_have_set_goes()
    {
        var before = (await _host.RegisterAsync()).Tokens!;
        var challenge = await AskAsync();
        var mail = await _host.DeliverOneAsync();
        Assert.That(mail.Text, Does.Contain("takes away the password"));

        var tokens = (await TryAsync(challenge, CodeIn(mail))).Value!;

        var user = (await _host.FindAsync(Email))!;
        Assert.That((user.EmailVerified, user.PasswordHash), Is.EqualTo((true, (string?)null)));
        Assert.That((await _host.SignInAsync()).Failure!.Fault, Is.EqualTo(Fault.InvalidCredentials));
        Assert.That(await _host.FailAsync(Flows.GetProfile, new(before.AccessToken)), Is.EqualTo(Fault.InvalidToken));
        await _host.DoAsync(Flows.Refresh, new(tokens.RefreshToken));
    }

    [Test]
    public async Task A_confirmed_account_keeps_its_password()
    {
        await _host.RegisterAsync();
        await _host.DoAsync(Flows.RequestReset, new(Email));
        await _host.DoAsync(Flows.ResetPassword, new(await _host.DeliverTokenAsync(), Other));
        var challenge = await AskAsync();
        var mail = await _host.DeliverOneAsync();
        Assert.That(mail.Text, Does.Not.Contain("takes away the password"));

        Assert.That((await TryAsync(challenge, CodeIn(mail))).Failure, Is.Null);

        Assert.That((await _host.SignInAsync(password: Other)).Failure, Is.Null);
    }

    [Test]
    public async Task A_code_makes_an_account_without_a_password_where_the_host_lets_it()
    {
        await RestartAsync(options => options.MailedCodes.AllowRegistration = true);
        var challenge = await AskAsync(Unknown);
        var mail = await _host.DeliverOneAsync(Unknown);
        Assert.That(mail.Subject, Does.EndWith("is your code to make an account"));
        Assert.That(await _host.FindAsync(Unknown), Is.Null, "Not before the code is there.");

        var tokens = (await TryAsync(challenge, CodeIn(mail))).Value!;

        var user = (await _host.FindAsync(Unknown))!;
        Assert.That((user.EmailVerified, user.PasswordHash, user.Email), Is.EqualTo((true, (string?)null, Unknown)));
        Assert.That((await _host.DoAsync(Flows.GetProfile, new(tokens.AccessToken))).Id, Is.EqualTo(user.Id));
        Assert.That(_host.Events.OfType<Registered>().Single().UserId, Is.EqualTo(user.Id));
        challenge = await AskAsync(Unknown);
        Assert.That((await TryAsync(challenge, await DeliverCodeAsync(Unknown))).Failure, Is.Null);
        Assert.That(_host.Events.OfType<Registered>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_address_that_was_taken_in_between_is_not_opened_by_a_code_for_a_new_account()
    {
        await RestartAsync(options => options.MailedCodes.AllowRegistration = true);
        var challenge = await AskAsync(Unknown);
        var code = await DeliverCodeAsync(Unknown);
        await _host.RegisterAsync(Unknown.ToUpperInvariant());

        await AssertRefusedAsync(challenge, code);
    }

    [Test]
    public async Task A_request_that_points_to_a_tenant_makes_no_account()
    {
        await RestartAsync(options => options.MailedCodes.AllowRegistration = true);

        await _host.DoAsync(MailedCodeFlows.Request, new(Unknown), _host.Context with { TenantHint = Acme });

        Assert.That(await _host.DeliverAsync(), Is.Empty);
    }

    [Test]
    public async Task An_address_with_two_accounts_has_a_code_for_each()
    {
        await _host.RegisterAsync();
        await _host.RegisterAsync(tenant: Acme);
        var challenge = await AskAsync();
        var mails = await _host.DeliverAsync();
        Assert.That(mails.Select(mail => mail.To), Is.EqualTo(new[] { Email, Email }));

        var tokens = (await TryAsync(challenge, CodeIn(mails.Single(mail => mail.Text.Contains("your account at acme", StringComparison.Ordinal))))).Value!;

        Assert.That((await _host.DoAsync(Flows.GetProfile, new(tokens.AccessToken))).Id, Is.EqualTo((await _host.FindAsync(Email, Acme))!.Id));
        Assert.That(_host.Events.OfType<SignedIn>().Last().Tenant, Is.EqualTo(Acme));
    }

    [Test]
    public async Task Mails_can_be_in_Vietnamese()
    {
        await RestartAsync(options => options.MailedCodes.Texts = MailedCodeTexts.Vietnamese);
        await _host.RegisterAsync();
        await AskAsync();

        Assert.That((await _host.DeliverOneAsync()).Subject, Does.EndWith("là mã đăng nhập của bạn"));
    }

    [Test]
    public void A_host_whose_codes_could_be_guessed_does_not_start()
    {
        Assert.That(() => Started(options => options.MailedCodes.MaxAttempts = 6), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MailedCodes.MaxAttempts is 1 to 5"));
        Assert.That(() => Started(options => options.MailedCodes.MaxFailedAttemptsPerDay = 1001), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MailedCodes.MaxFailedAttemptsPerDay"));
        Assert.That(() => Started(options => options.MailedCodes.Lifetime = TimeSpan.FromDays(1)), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MailedCodes.Lifetime"));
        Assert.That(() => Started(options => options.Issuer = "authkit"), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("lead nowhere"));
    }

    [GeneratedRegex(@"^\d{6}\s*$", RegexOptions.Multiline)]
    private static partial Regex SixDigits();
}
