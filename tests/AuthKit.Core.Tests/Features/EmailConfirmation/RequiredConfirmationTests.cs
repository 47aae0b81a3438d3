using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Features.EmailConfirmation;
using AuthKit.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static AuthKit.Core.Tests.Features.FeatureHost;

namespace AuthKit.Core.Tests.Features.EmailConfirmation;

/// <summary>Sign-in waits for a confirmed address, and a registration tells nobody whether there was an account.</summary>
[TestFixture(Keeping.Memory)]
[TestFixture(Keeping.Sqlite)]
internal sealed class RequiredConfirmationTests(Keeping keeping)
{
    private const string Other = "another horse 8!";

    private FeatureHost Started(bool hide = false, Action<AuthKitOptions>? configure = null) => new(keeping, builder => builder.AddEmailConfirmationCore(), options =>
    {
        (options.Accounts.RequireConfirmedEmail, options.Accounts.HideExistingAccounts) = (true, hide);
        configure?.Invoke(options);
    });

    [Test]
    public async Task A_right_password_waits_for_the_address_and_a_wrong_one_does_not_tell()
    {
        await using var host = Started();
        var registered = await host.RegisterAsync();
        Assert.That(registered.Tokens, Is.Null);

        Assert.That((await host.SignInAsync()).Failure!.Fault, Is.EqualTo(Fault.EmailNotConfirmed));
        Assert.That((await host.SignInAsync(password: Other)).Failure!.Fault, Is.EqualTo(Fault.InvalidCredentials));
        Assert.That((await host.SignInAsync("nobody@example.com")).Failure!.Fault, Is.EqualTo(Fault.InvalidCredentials));
        Assert.That(host.Events.OfType<SignInFailed>().Select(failed => failed.Reason), Is.EqualTo(new[] { SignInFailures.EmailNotConfirmed, SignInFailures.WrongPassword, SignInFailures.UnknownAccount }));

        await host.DoAsync(EmailConfirmationFlows.Confirm, new(await host.DeliverTokenAsync()));
        Assert.That((await host.SignInAsync()).Failure, Is.Null);
    }

    [Test]
    public async Task A_reset_by_mail_confirms_too()
    {
        await using var host = Started();
        await host.RegisterAsync();
        await host.DeliverOneAsync();

        await host.DoAsync(Flows.RequestReset, new(Email));
        await host.DoAsync(Flows.ResetPassword, new(await host.DeliverTokenAsync(), Other));

        Assert.That((await host.SignInAsync(password: Other)).Failure, Is.Null);
    }

    [Test]
    public async Task A_registration_of_an_address_that_has_an_account_is_answered_as_another_and_its_owner_is_told()
    {
        await using var host = Started(hide: true);
        var first = await host.RegisterAsync();
        await host.DoAsync(EmailConfirmationFlows.Confirm, new(await host.DeliverTokenAsync()));

        var again = await host.DoAsync(Flows.Register, new("Anna@Example.com", Other) { SignIn = true });

        Assert.That((again.Tokens, again.User.Email), Is.EqualTo(((TokenPair?)null, "Anna@Example.com")));
        Assert.That(again.User.Id, Is.Not.EqualTo(first.User.Id));
        var told = await host.DeliverOneAsync();
        Assert.That(told.Subject, Is.EqualTo("You have an account already"));
        Assert.That(host.Events.OfType<Registered>().Count(), Is.EqualTo(1));
        Assert.That(host.Events.OfType<RegistrationRepeated>().Single().UserId, Is.EqualTo(first.User.Id));
        Assert.That((await host.SignInAsync()).Failure, Is.Null, "Nothing has changed.");
        Assert.That((await host.SignInAsync(password: Other)).Failure!.Fault, Is.EqualTo(Fault.InvalidCredentials));
    }

    [Test]
    public async Task The_mail_lets_its_owner_take_an_account_over_that_a_stranger_has_made()
    {
        await using var host = Started(hide: true);
        await host.RegisterAsync();
        await host.DeliverAsync();

        await host.DoAsync(Flows.Register, new(Email, Other));
        await host.DoAsync(Flows.ResetPassword, new(await host.DeliverTokenAsync(), Other));

        Assert.That((await host.SignInAsync(password: Other)).Failure, Is.Null);
        Assert.That((await host.SignInAsync()).Failure!.Fault, Is.EqualTo(Fault.InvalidCredentials));
    }

    /// <summary>Whoever registers a stranger's address knows the password of the account that was made, if one was.</summary>
    [Test]
    public async Task Signing_in_with_the_password_that_was_just_registered_tells_nothing_of_an_account_before()
    {
        await using var host = Started(hide: true);
        await host.RegisterAsync();
        await host.DoAsync(EmailConfirmationFlows.Confirm, new(await host.DeliverTokenAsync()));
        await host.DoAsync(Flows.Register, new(Email, Other));
        await host.DoAsync(Flows.Register, new("new@example.com", Other));

        var (known, unknown) = ((await host.SignInAsync(Email, Other)).Failure!, (await host.SignInAsync("new@example.com", Other)).Failure!);

        Assert.That((unknown.Fault, unknown.BrokenRules.Count, unknown.RetryAfter), Is.EqualTo((known.Fault, known.BrokenRules.Count, known.RetryAfter)));
        Assert.That(((await host.FindAsync("new@example.com"))!.FailedSignIns, (await host.FindAsync(Email))!.FailedSignIns), Is.EqualTo((1, 1)), "Each is one write.");
        Assert.That(host.Events.OfType<SignInFailed>().Last().Reason, Is.EqualTo(SignInFailures.EmailNotConfirmed), "The log knows.");
    }

    [Test]
    public async Task A_name_that_is_taken_does_not_tell_that_the_address_is()
    {
        await using var host = Started(hide: true);
        await host.DoAsync(Flows.Register, new("mine@example.com", Password) { UserName = "mine" });
        await host.RegisterAsync();

        var known = (await host.TryAsync(Flows.Register, new(Email, Other) { UserName = "mine" })).Failure!;
        var unknown = (await host.TryAsync(Flows.Register, new("new@example.com", Other) { UserName = "mine" })).Failure!;

        Assert.That(known.BrokenRules, Is.EqualTo(unknown.BrokenRules).And.EqualTo(new[] { new BrokenRule(Field.UserName, Rule.Taken) }));
    }

    [Test]
    public async Task Known_and_unknown_addresses_leave_as_many_rows_in_the_outbox()
    {
        await using var host = Started(hide: true);
        await host.RegisterAsync();
        await host.DeliverAsync();

        await host.DoAsync(Flows.Register, new(Email, Other));
        var known = await WaitingAsync(host);
        await host.DeliverAsync();
        await host.DoAsync(Flows.Register, new("new@example.com", Other));

        Assert.That((known, await WaitingAsync(host)), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task The_owner_of_an_account_is_not_flooded()
    {
        await using var host = Started(hide: true, options => options.Mail.RecipientPause = TimeSpan.FromMinutes(1));
        await host.RegisterAsync();
        await host.DeliverAsync();

        await AtOnce.RunAsync(64, _ => host.DoAsync(Flows.Register, new(Email, Other)));

        Assert.That(await host.DeliverAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_host_that_cannot_do_it_does_not_start()
    {
        Assert.That(() => new FeatureHost(keeping, _ => { }, options => options.Accounts.RequireConfirmedEmail = true), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("AddEmailConfirmation()"));
        Assert.That(() => Started(hide: true, options => options.Accounts.RequireConfirmedEmail = false), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("needs Accounts.RequireConfirmedEmail"));
        Assert.That(() => Started(configure: options => options.EmailConfirmation.Lifetime = TimeSpan.Zero), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("EmailConfirmation.Lifetime"));
        Assert.That(() => Started(configure: options => options.EmailConfirmation.Url = new("/confirm", UriKind.Relative)), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("EmailConfirmation.Url"));
        Assert.That(() => Started(configure: options => options.Issuer = "authkit"), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("lead nowhere"));
    }

    private static async Task<int> WaitingAsync(FeatureHost host)
    {
        await using var home = await host.Get<HomeDatabase>().GetAsync(CancellationToken.None);
        return (await home.Outbox.ListDueAsync(host.Clock.GetUtcNow(), 100, CancellationToken.None)).Count;
    }
}
