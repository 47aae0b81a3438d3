using AuthKit.Contracts.Tests.Harness;
using AuthKit.Mail;

namespace AuthKit.Contracts.Tests.Mail;

/// <summary>Nobody can fill another's mailbox.</summary>
internal sealed class MailBoundsTests
{
    private const string NotSent = "A mail that was asked for is not sent";

    private static HostPlan Bounded(TimeSpan pause, int perDay) => new() { Options = options => (options.Mail.RecipientPause, options.Mail.RecipientDailyLimit, options.Mail.Senders) = (pause, perDay, 4) };

    [Test]
    public async Task An_address_gets_one_mail_in_the_pause_whichever_node_is_asked()
    {
        var plan = Bounded(TimeSpan.FromSeconds(60), 10);
        await using var one = await TestHost.StartAsync(plan);
        // It sends nothing itself.
        await using var other = await TestHost.StartAsync(plan with { Shared = one.Databases, Services = services => services.Remove(services.Single(service => service.ServiceType == typeof(IAuthMailer))) });
        await Pair.RegisterAsync(one);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => LaravelSpeaker.RequestResetAsync(i % 2 == 0 ? one : other)));
        Assert.That(answers.Select(answer => (answer.Status, answer.Body)).Distinct().Count(), Is.EqualTo(1));
        await one.Logs.SaysAsync(NotSent, times: 19);
        Assert.That((await one.Mails.NextAsync()).To, Is.EqualTo(Speaker.Email));
        Assert.That(one.Mails.HasMore, Is.False);

        one.Clock.Advance(TimeSpan.FromSeconds(60));
        await LaravelSpeaker.RequestResetAsync(one, Speaker.Email.ToUpperInvariant());
        Assert.That((await one.Mails.NextAsync()).To, Is.EqualTo(Speaker.Email));
    }

    [Test]
    public async Task A_day_has_its_number_of_mails()
    {
        await using var host = await TestHost.StartAsync(Bounded(TimeSpan.FromSeconds(60), 3));
        await Pair.RegisterAsync(host);
        for (var mail = 0; mail < 3; mail++)
        {
            await LaravelSpeaker.RequestResetAsync(host);
            await host.Mails.NextAsync();
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await LaravelSpeaker.RequestResetAsync(host);
        await host.Logs.SaysAsync(NotSent);
        Assert.That(host.Mails.HasMore, Is.False);

        host.Clock.Advance(TimeSpan.FromDays(1));
        await LaravelSpeaker.RequestResetAsync(host);
        Assert.That((await host.Mails.NextAsync()).To, Is.EqualTo(Speaker.Email));
    }
}
