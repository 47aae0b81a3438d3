using AuthKit.Contracts.Tests.Harness;
using AuthKit.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.Mail;

/// <summary>What an operator can misset about mail is said at start-up, not by mails that go nowhere.</summary>
internal sealed class MailSettingsTests
{
    private static void WithoutMailer(IServiceCollection services) => services.Remove(services.Single(service => service.ServiceType == typeof(IAuthMailer)));

    private static Task<string> RefusalAsync(Action<AuthKitOptions> options, bool mailer = true) =>
        RefusalAsync(new HostPlan { Options = options, Services = mailer ? _ => { } : WithoutMailer });

    private static async Task<string> RefusalAsync(HostPlan plan)
    {
        try
        {
            await using var host = await TestHost.StartAsync(plan);
            return "";
        }
        catch (OptionsValidationException e)
        {
            return e.Message;
        }
    }

    [TestCase("")]
    [TestCase(" ")]
    public async Task An_empty_pickup_folder(string directory) =>
        Assert.That(await RefusalAsync(options => options.Mail.PickupDirectory = directory), Does.StartWith("Mail.PickupDirectory is empty"));

    [Test]
    public async Task Links_that_would_lead_nowhere() =>
        Assert.That(await RefusalAsync(options => options.Issuer = "authkit"), Does.StartWith("Mail.ResetUrl is not set, and Issuer is no http or https address"));

    [Test]
    public async Task Questions_to_owners_that_would_lead_nowhere()
    {
        Action<AuthKitOptions> configure = options => (options.Issuer, options.Mail.ResetUrl) = ("authkit", new("https://app.example/reset"));

        Assert.That(await RefusalAsync(configure), Does.Not.Contain("LinkUrl"));
        Assert.That(await RefusalAsync(configure + (options => options.External.Google.ApplicationId = "app")), Does.Contain("Mail.LinkUrl is not set"));
        Assert.That(await RefusalAsync(options => options.Mail.LinkUrl = new("/link", UriKind.Relative)), Does.Contain("Mail.LinkUrl is an absolute"));
    }

    [Test]
    public async Task A_mail_server_that_nothing_sends_through() =>
        Assert.That(await RefusalAsync(options => options.Mail.Smtp.Host = "mail.example", mailer: false), Does.Contain("call UseMailKit"));

    [Test]
    public async Task MailKit_without_a_mail_server() =>
        Assert.That(await RefusalAsync(new HostPlan { Build = builder => builder.UseMailKit() }), Does.StartWith("Mail.Smtp.Host is not set"));

    [Test]
    public async Task A_sender_that_is_no_address() =>
        Assert.That(await RefusalAsync(new HostPlan { Build = builder => builder.UseMailKit(smtp => smtp.Host = "mail.example"), Options = options => options.Mail.From = "@" }), Does.StartWith("Mail.From"));

    [Test]
    public async Task Bounds_that_mean_nothing()
    {
        Assert.That(await RefusalAsync(options => options.Mail.Senders = 0), Does.StartWith("Mail.Senders"));
        Assert.That(await RefusalAsync(options => options.Mail.AttemptTimeout = TimeSpan.Zero), Does.StartWith("Mail.AttemptTimeout"));
        Assert.That(await RefusalAsync(options => options.Mail.RecipientDailyLimit = 0), Does.StartWith("Mail.RecipientPause"));
    }

    [Test]
    public async Task A_host_that_sends_no_mail_starts_and_says_so()
    {
        await using var host = await TestHost.StartAsync(new() { Services = WithoutMailer });
        Assert.That(host.Logs.Text, Does.Contain("Mail: this host sends none"));
    }
}
