using AuthKit.Events;
using AuthKit.Features.EmailConfirmation;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Core.Tests.Features.FeatureHost;

namespace AuthKit.Core.Tests.Features.EmailConfirmation;

/// <summary>A new account's owner confirms the address by a mailed link.</summary>
[TestFixture(Keeping.Memory)]
[TestFixture(Keeping.Sqlite)]
internal sealed class ConfirmationTests(Keeping keeping)
{
    private FeatureHost _host = null!;

    [SetUp]
    public void Start() => _host = Started();

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    private FeatureHost Started(Action<AuthKitOptions>? configure = null) => new(keeping, builder => builder.AddEmailConfirmationCore(), configure);

    private async Task RestartAsync(Action<AuthKitOptions> configure)
    {
        await _host.DisposeAsync();
        _host = Started(configure);
    }

    private Task<EmailConfirmed> ConfirmAsync(string token) => _host.DoAsync(EmailConfirmationFlows.Confirm, new(token));

    [Test]
    public async Task The_link_in_the_mail_confirms_the_address()
    {
        await _host.RegisterAsync();
        Assert.That((await _host.FindAsync(Email))!.EmailVerified, Is.False);
        var mail = await _host.DeliverOneAsync();
        Assert.That(LinkIn(mail).GetLeftPart(UriPartial.Path), Is.EqualTo("https://auth.example/confirm-email"));

        Assert.That(await _host.DoAsync(EmailConfirmationFlows.Find, new(TokenIn(mail))), Is.EqualTo(new EmailQuestion(Email, Former: null)));
        Assert.That((await _host.FindAsync(Email))!.EmailVerified, Is.False, "To look at it changes nothing.");
        Assert.That(await ConfirmAsync(TokenIn(mail)), Is.EqualTo(new EmailConfirmed(Email, IsNew: false)));

        Assert.That((await _host.FindAsync(Email))!.EmailVerified, Is.True);
        Assert.That(_host.Events.OfType<EmailAddressConfirmed>().Single().UserId, Is.Not.Null);
    }

    [Test]
    public async Task Without_the_feature_nobody_is_mailed()
    {
        await using var plain = new FeatureHost(keeping, _ => { });

        await plain.RegisterAsync();

        Assert.That(await plain.DeliverAsync(), Is.Empty);
    }

    [Test]
    public async Task A_link_confirms_once_however_many_open_it_at_once()
    {
        await _host.RegisterAsync();
        var token = await _host.DeliverTokenAsync();

        var outcomes = await AtOnce.RunAsync(64, _ => _host.TryAsync(EmailConfirmationFlows.Confirm, new(token)));

        Assert.That(outcomes.Count(outcome => outcome.Failure is null), Is.EqualTo(1));
        Assert.That(outcomes.Select(outcome => outcome.Failure?.Fault).OfType<Fault>(), Is.All.EqualTo(Fault.InvalidLinkToken));
        Assert.That(_host.Events.OfType<EmailAddressConfirmed>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_link_has_its_time()
    {
        await _host.RegisterAsync();
        var token = await _host.DeliverTokenAsync();

        _host.Clock.Advance(_host.Options.EmailConfirmation.Lifetime);

        Assert.That(await _host.FailAsync(EmailConfirmationFlows.Confirm, new(token)), Is.EqualTo(Fault.InvalidLinkToken));
        Assert.That(_host.Events.OfType<TokenRefused>().Last().Kind, Is.EqualTo(TokenKinds.EmailConfirmation));
    }

    [TestCase("nonsense")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_was_not_mailed_confirms_nothing(string token) =>
        Assert.That(await _host.FailAsync(EmailConfirmationFlows.Confirm, new(token)), Is.EqualTo(Fault.InvalidLinkToken));

    [Test]
    public async Task The_secrets_of_resets_and_of_addresses_are_told_apart()
    {
        await _host.RegisterAsync();
        var confirming = await _host.DeliverTokenAsync();
        await _host.DoAsync(Flows.RequestReset, new(Email));
        var resetting = await _host.DeliverTokenAsync();

        Assert.That(await _host.FailAsync(EmailConfirmationFlows.Confirm, new(resetting)), Is.EqualTo(Fault.InvalidLinkToken));
        Assert.That(await _host.FailAsync(Flows.ResetPassword, new(confirming, Password)), Is.EqualTo(Fault.InvalidResetToken));
    }

    [Test]
    public async Task Another_link_can_be_asked_for_and_voids_the_first()
    {
        await _host.RegisterAsync();
        var first = await _host.DeliverTokenAsync();

        await _host.DoAsync(EmailConfirmationFlows.Request, new("ANNA@example.com"));
        var second = await _host.DeliverTokenAsync();

        Assert.That(await _host.FailAsync(EmailConfirmationFlows.Confirm, new(first)), Is.EqualTo(Fault.InvalidLinkToken));
        await ConfirmAsync(second);
    }

    [Test]
    public async Task Whoever_has_confirmed_or_is_nobody_is_not_mailed_again()
    {
        await _host.RegisterAsync();
        await ConfirmAsync(await _host.DeliverTokenAsync());

        await _host.DoAsync(EmailConfirmationFlows.Request, new(Email));
        await _host.DoAsync(EmailConfirmationFlows.Request, new("nobody@example.com"));

        Assert.That(await _host.DeliverAsync(), Is.Empty);
    }

    [Test]
    public async Task Of_64_that_ask_at_once_one_has_a_mail_sent()
    {
        await RestartAsync(options => (options.Mail.RecipientPause, options.Mail.RecipientDailyLimit) = (TimeSpan.FromMinutes(1), 3));
        await _host.RegisterAsync();
        await _host.DeliverOneAsync();

        await AtOnce.RunAsync(64, _ => _host.DoAsync(EmailConfirmationFlows.Request, new(Email)));
        Assert.That(await _host.DeliverAsync(), Is.Empty, "The registration's mail is a moment old.");
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await AtOnce.RunAsync(64, _ => _host.DoAsync(EmailConfirmationFlows.Request, new(Email)));
        await _host.DeliverOneAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.DoAsync(EmailConfirmationFlows.Request, new(Email));
        await _host.DeliverOneAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.DoAsync(EmailConfirmationFlows.Request, new(Email));
        Assert.That(await _host.DeliverAsync(), Is.Empty, "A day has its number.");
    }

    [Test]
    public async Task A_tenant_s_account_is_confirmed_in_the_tenant_and_the_mail_names_it()
    {
        await _host.RegisterAsync(tenant: Acme);
        var mail = await _host.DeliverOneAsync();
        Assert.That(mail.Text, Does.Contain("your account at acme"));

        await ConfirmAsync(TokenIn(mail));

        Assert.That((await _host.FindAsync(Email, Acme))!.EmailVerified, Is.True);
    }

    [Test]
    public async Task An_address_with_two_accounts_has_a_link_for_each()
    {
        await _host.RegisterAsync();
        await _host.RegisterAsync(tenant: Acme);
        await _host.DeliverAsync();

        await _host.DoAsync(EmailConfirmationFlows.Request, new(Email));
        var mails = await _host.DeliverAsync();

        Assert.That(mails.Select(mail => mail.To), Is.EqualTo(new[] { Email, Email }));
        await ConfirmAsync(TokenIn(mails.Single(mail => mail.Text.Contains("acme", StringComparison.Ordinal))));
        Assert.That(((await _host.FindAsync(Email))!.EmailVerified, (await _host.FindAsync(Email, Acme))!.EmailVerified), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Mails_can_be_in_Vietnamese()
    {
        await RestartAsync(options => options.EmailConfirmation.Texts = EmailConfirmationTexts.Vietnamese);
        await _host.RegisterAsync();

        Assert.That((await _host.DeliverOneAsync()).Subject, Is.EqualTo("Xác nhận địa chỉ email của bạn"));
    }
}
