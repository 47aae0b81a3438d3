using AuthKit.Events;
using AuthKit.Features.EmailConfirmation;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Core.Tests.Features.FeatureHost;

namespace AuthKit.Core.Tests.Features.EmailConfirmation;

/// <summary>An account gets another address once the new one's owner has confirmed it, and the former one hears of it.</summary>
[TestFixture(Keeping.Memory)]
[TestFixture(Keeping.Sqlite)]
internal sealed class EmailChangeTests(Keeping keeping)
{
    private const string New = "anna@example.net";
    private const string Other = "another horse 8!";

    private FeatureHost _host = null!;

    [SetUp]
    public void Start() => _host = new(keeping, builder => builder.AddEmailConfirmationCore());

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    private async Task<TokenPair> RegisterConfirmedAsync(string email = Email, string? tenant = null)
    {
        var registered = await _host.RegisterAsync(email, tenant);
        await _host.DoAsync(EmailConfirmationFlows.Confirm, new(await _host.DeliverTokenAsync(email)));
        return registered.Tokens!;
    }

    private Task<Unit> RequestAsync(TokenPair tokens, string email = New, string? password = Password) => _host.DoAsync(EmailConfirmationFlows.RequestChange, new(tokens.AccessToken, email, password));

    private Task<Outcome<EmailConfirmed>> ConfirmAsync(string token) => _host.TryAsync(EmailConfirmationFlows.Confirm, new(token));

    private Task<Fault> RefusedAsync(string token) => _host.FailAsync(EmailConfirmationFlows.Confirm, new(token));

    [Test]
    public async Task It_takes_effect_at_the_new_address_and_the_former_is_told()
    {
        var tokens = await RegisterConfirmedAsync();
        await RequestAsync(tokens);
        var mail = await _host.DeliverOneAsync(New);
        Assert.That((await _host.SignInAsync()).Failure, Is.Null, "Nothing has changed yet.");

        Assert.That(await _host.DoAsync(EmailConfirmationFlows.Find, new(TokenIn(mail))), Is.EqualTo(new EmailQuestion(New, Email)));
        Assert.That((await ConfirmAsync(TokenIn(mail))).Value, Is.EqualTo(new EmailConfirmed(New, IsNew: true)));

        Assert.That((await _host.DeliverOneAsync(Email)).Subject, Is.EqualTo("The email address of your account was changed"));
        var changed = (await _host.FindAsync(New))!;
        Assert.That((changed.EmailVerified, changed.CredentialVersion), Is.EqualTo((true, 1)), "A sign-in under way by what was mailed to the former address comes to nothing.");
        Assert.That((await _host.SignInAsync(New)).Failure, Is.Null);
        Assert.That((await _host.SignInAsync()).Failure!.Fault, Is.EqualTo(Fault.InvalidCredentials));
        Assert.That(_host.Events.OfType<EmailChanged>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_session_that_asked_goes_on_and_the_others_end()
    {
        var asking = await RegisterConfirmedAsync();
        var other = (await _host.SignInAsync()).Value!;
        await RequestAsync(asking);

        await ConfirmAsync(await _host.DeliverTokenAsync(New));

        Assert.That((await _host.DoAsync(Flows.GetProfile, new(asking.AccessToken))).Email, Is.EqualTo(New));
        await _host.DoAsync(Flows.Refresh, new(asking.RefreshToken));
        Assert.That(await _host.FailAsync(Flows.GetProfile, new(other.AccessToken)), Is.EqualTo(Fault.InvalidToken));
        Assert.That(await _host.FailAsync(Flows.Refresh, new(other.RefreshToken)), Is.EqualTo(Fault.InvalidRefreshToken));
    }

    [Test]
    public async Task It_needs_the_password_and_guesses_at_it_count()
    {
        var tokens = await RegisterConfirmedAsync();

        Assert.That(await _host.FailAsync(EmailConfirmationFlows.RequestChange, new(tokens.AccessToken, New, null)), Is.EqualTo(Fault.Invalid));
        for (var i = 0; i < _host.Options.Lockout.MaxFailedAttempts + _host.Options.Lockout.MaxFailedAttempts; i++)
            Assert.That(await _host.FailAsync(EmailConfirmationFlows.RequestChange, new(tokens.AccessToken, New, Other)), Is.EqualTo(Fault.WrongPassword));
        Assert.That(await _host.FailAsync(EmailConfirmationFlows.RequestChange, new(tokens.AccessToken, New, Password)), Is.EqualTo(Fault.WrongPassword), "The account is closed to this session for a while.");
        Assert.That(await _host.FailAsync(EmailConfirmationFlows.RequestChange, new("nonsense", New, Password)), Is.EqualTo(Fault.InvalidToken));
        Assert.That(await _host.DeliverAsync(), Is.Empty);
    }

    [Test]
    public async Task An_address_that_is_taken_is_answered_the_same_and_its_owner_is_told()
    {
        await RegisterConfirmedAsync(New);
        var tokens = await RegisterConfirmedAsync();

        await RequestAsync(tokens, "Anna@Example.NET");

        Assert.That((await _host.DeliverOneAsync(New)).Subject, Is.EqualTo("Somebody wants to use your email address"));
        Assert.That((await _host.SignInAsync()).Failure, Is.Null);
    }

    [Test]
    public async Task Whoever_takes_the_address_first_has_it()
    {
        var tokens = await RegisterConfirmedAsync();
        await RequestAsync(tokens);
        var token = await _host.DeliverTokenAsync(New);
        await _host.RegisterAsync("ANNA@example.net");

        var refused = (await ConfirmAsync(token)).Failure!;

        Assert.That(refused.BrokenRules, Is.EqualTo(new[] { new BrokenRule(Field.Email, Rule.Taken) }));
        Assert.That((await _host.SignInAsync()).Failure, Is.Null);
    }

    [Test]
    public async Task A_domain_in_its_other_spelling_is_no_other_address()
    {
        await RegisterConfirmedAsync("anna@bücher.example");
        var tokens = await RegisterConfirmedAsync();

        await RequestAsync(tokens, "anna@xn--bcher-kva.example");

        Assert.That((await _host.DeliverOneAsync("anna@bücher.example")).Subject, Is.EqualTo("Somebody wants to use your email address"));
    }

    [Test]
    public async Task Of_64_at_once_one_makes_the_change()
    {
        var tokens = await RegisterConfirmedAsync();
        await RequestAsync(tokens);
        var token = await _host.DeliverTokenAsync(New);

        var outcomes = await AtOnce.RunAsync(64, _ => ConfirmAsync(token));

        Assert.That(outcomes.Count(outcome => outcome.Failure is null), Is.EqualTo(1));
        Assert.That(await _host.DeliverAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_two_accounts_that_want_one_address_at_once_one_gets_it()
    {
        var (one, two) = (await RegisterConfirmedAsync(), await RegisterConfirmedAsync("bea@example.com"));
        await RequestAsync(one);
        var first = await _host.DeliverTokenAsync(New);
        await RequestAsync(two);
        var second = await _host.DeliverTokenAsync(New);

        var outcomes = await AtOnce.RunAsync(2, i => ConfirmAsync(i == 0 ? first : second));

        Assert.That(outcomes.Count(outcome => outcome.Failure is null), Is.EqualTo(1));
        Assert.That(outcomes.Select(outcome => outcome.Failure).OfType<Failure>().Single().BrokenRules.Single().Rule, Is.EqualTo(Rule.Taken));
    }

    [Test]
    public async Task A_later_request_and_a_changed_credential_void_a_change_that_waits()
    {
        var tokens = await RegisterConfirmedAsync();
        await RequestAsync(tokens, "first@example.net");
        var first = await _host.DeliverTokenAsync("first@example.net");
        await RequestAsync(tokens);
        var second = await _host.DeliverTokenAsync(New);
        Assert.That(await RefusedAsync(first), Is.EqualTo(Fault.InvalidLinkToken));

        await _host.DoAsync(Flows.ChangePassword, new(tokens.AccessToken, Password, Other));

        Assert.That(await RefusedAsync(second), Is.EqualTo(Fault.InvalidLinkToken));
    }

    [Test]
    public async Task What_was_mailed_to_the_former_address_counts_no_more()
    {
        var registered = await _host.RegisterAsync();
        var confirming = await _host.DeliverTokenAsync();
        await _host.DoAsync(Flows.RequestReset, new(Email));
        var resetting = await _host.DeliverTokenAsync();
        await RequestAsync(registered.Tokens!);

        await ConfirmAsync(await _host.DeliverTokenAsync(New));

        Assert.That(await RefusedAsync(confirming), Is.EqualTo(Fault.InvalidLinkToken));
        Assert.That(await _host.FailAsync(Flows.ResetPassword, new(resetting, Other)), Is.EqualTo(Fault.InvalidResetToken));
    }

    [Test]
    public async Task An_address_that_nobody_has_confirmed_is_told_nothing()
    {
        var registered = await _host.RegisterAsync();
        await _host.DeliverAsync();
        await RequestAsync(registered.Tokens!);

        await ConfirmAsync(await _host.DeliverTokenAsync(New));

        Assert.That(await _host.DeliverAsync(), Is.Empty, "It may be a stranger's, who would be handed the account.");
    }

    [Test]
    public async Task A_tenant_s_account_is_found_by_its_new_address()
    {
        var tokens = await RegisterConfirmedAsync(tenant: Acme);
        await RequestAsync(tokens);

        await ConfirmAsync(await _host.DeliverTokenAsync(New));

        Assert.That((await _host.SignInAsync(New)).Failure, Is.Null);
        Assert.That(await _host.FindAsync(New, Acme), Is.Not.Null);
        Assert.That((await _host.DeliverOneAsync()).Text, Does.Contain("your account at acme"));
    }

    [Test]
    public async Task The_former_address_takes_the_account_back_from_whoever_has_changed_it()
    {
        var tokens = await RegisterConfirmedAsync();
        await RequestAsync(tokens);
        await ConfirmAsync(await _host.DeliverTokenAsync(New));
        var undo = TokenIn(await _host.DeliverOneAsync());
        // A thief goes on: a second address, another password.
        await _host.DoAsync(Flows.ChangePassword, new(tokens.AccessToken, Password, Other));
        await RequestAsync(tokens, "thief@example.org", Other);
        await ConfirmAsync(await _host.DeliverTokenAsync("thief@example.org"));
        var theirs = TokenIn(await _host.DeliverOneAsync(New));

        await _host.DoAsync(EmailConfirmationFlows.UndoChange, new(undo));

        Assert.That((await _host.SignInAsync("thief@example.org", Other)).Failure!.Fault, Is.EqualTo(Fault.InvalidCredentials));
        Assert.That((await _host.SignInAsync(Email, Other)).Failure!.Fault, Is.EqualTo(Fault.InvalidCredentials));
        Assert.That(await _host.FailAsync(Flows.GetProfile, new(tokens.AccessToken)), Is.EqualTo(Fault.InvalidToken));
        Assert.That(await _host.FailAsync(EmailConfirmationFlows.UndoChange, new(theirs)), Is.EqualTo(Fault.InvalidLinkToken));
        Assert.That(await _host.FailAsync(EmailConfirmationFlows.UndoChange, new(undo)), Is.EqualTo(Fault.InvalidLinkToken));
        await _host.DoAsync(Flows.ResetPassword, new(await _host.DeliverTokenAsync(), Password));
        Assert.That((await _host.SignInAsync()).Failure, Is.Null);
        Assert.That(_host.Events.OfType<EmailChangeUndone>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Taking_it_back_has_its_time_and_happens_once()
    {
        var tokens = await RegisterConfirmedAsync();
        await RequestAsync(tokens);
        await ConfirmAsync(await _host.DeliverTokenAsync(New));
        var undo = TokenIn(await _host.DeliverOneAsync());

        var outcomes = await AtOnce.RunAsync(64, _ => _host.TryAsync(EmailConfirmationFlows.UndoChange, new(undo)));

        Assert.That(outcomes.Count(outcome => outcome.Failure is null), Is.EqualTo(1));
        var again = (await _host.FindAsync(Email))!;
        Assert.That((again.PasswordHash, again.EmailVerified), Is.EqualTo(((string?)null, true)));
    }

    [Test]
    public async Task A_host_may_mail_no_link_that_takes_it_back()
    {
        await _host.DisposeAsync();
        _host = new(keeping, builder => builder.AddEmailConfirmationCore(), options => options.EmailConfirmation.UndoLifetime = TimeSpan.Zero);
        var tokens = await RegisterConfirmedAsync();
        await RequestAsync(tokens);

        await ConfirmAsync(await _host.DeliverTokenAsync(New));

        Assert.That((await _host.DeliverOneAsync()).Text, Does.Not.Contain("http"));
    }
}
