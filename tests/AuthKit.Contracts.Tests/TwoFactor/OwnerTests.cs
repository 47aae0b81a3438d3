using AuthKit.Contracts.Tests.Harness;
using AuthKit.TwoFactor.Events;

namespace AuthKit.Contracts.Tests.TwoFactor;

/// <summary>What the owner is mailed, and what a mailed secret does not do.</summary>
internal sealed class OwnerTests
{
    [Test]
    public async Task The_owner_is_mailed_of_on_off_and_a_recovery_code()
    {
        var events = new HeardEvents();
        await using var host = await TestHost.StartAsync(events.Plan.And(Enrolled.Plan()));

        var enrolled = await Enrolled.RegisterAsync(host);
        var on = await host.Mails.NextAsync();
        await enrolled.SignInAsync(enrolled.RecoveryCodes[0], "recovery_code");
        var used = await host.Mails.NextAsync();
        await enrolled.PostAsync("two-factor/authenticator/removal", enrolled.Code());
        var off = await host.Mails.NextAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { on, used, off }.Select(static mail => (mail.To, mail.Subject)), Is.EqualTo(new[]
            {
                (Speaker.Email, "Two-factor authentication is on"),
                (Speaker.Email, "A recovery code was used"),
                (Speaker.Email, "Two-factor authentication is off"),
            }));
            Assert.That(used.Text, Does.Not.Contain(enrolled.RecoveryCodes[0]));
        }

        Assert.That((await events.NextAsync<RecoveryCodeUsed>()).Left, Is.EqualTo(9));
    }

    [Test]
    public async Task A_password_reset_leaves_the_second_factor()
    {
        await using var host = await TestHost.StartAsync(Enrolled.Plan());
        var enrolled = await Enrolled.RegisterAsync(host);
        await host.Mails.NextAsync();
        await LaravelSpeaker.ResetByMailAsync(host, "another horse 8!");

        var asked = await new LaravelSpeaker().SignInAsync(host, Speaker.Email, "another horse 8!");

        Assert.That(asked.Body, Does.Contain("A second factor is required."));
        Assert.That((await TwoFactorPaths.Laravel.CompleteAsync(host, asked.Member("data.challenge")!, enrolled.Code())).Status, Is.EqualTo(200));
    }
}
