using System.Diagnostics.CodeAnalysis;
using AuthKit.Contracts.Tests.External;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Events;
using AuthKit.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Events;

/// <summary>ASVS 5.0 §6.3.7: an account's owner hears of what was done to it.</summary>
internal sealed class NoticeTests
{
    private const string NewPassword = "another horse 8!";

    [Test]
    public async Task A_password_change_is_mailed_to_the_owner()
    {
        await using var host = await StartAsync();
        var pair = await Pair.RegisterAsync(host);

        await MessageCodeSpeaker.UpdatePasswordAsync(host, pair.Access, Speaker.Password, NewPassword);

        var mail = await host.Mails.NextAsync();
        Assert.That((mail.To, mail.Subject), Is.EqualTo((Speaker.Email, "Your password was changed")));
        Assert.That(mail.Text, Does.Contain("1 January 2026 at 12:00 UTC").And.Not.Contain(NewPassword));
    }

    [Test]
    public async Task A_password_reset_is_mailed_to_the_owner()
    {
        await using var host = await StartAsync();
        await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        var token = await host.Mails.NextTokenAsync(Speaker.Email);

        await LaravelSpeaker.ResetAsync(host, token, NewPassword);

        var mail = await host.Mails.NextAsync();
        Assert.That((mail.To, mail.Subject), Is.EqualTo((Speaker.Email, "Your password was reset")));
    }

    [Test]
    public async Task A_login_that_is_linked_is_mailed_to_the_owner()
    {
        await using var host = await StartAsync();
        await Linking.RegisterProvedAsync(host);
        Assert.That((await host.Mails.NextAsync()).Subject, Is.EqualTo("Your password was reset"));

        await Linking.SignInAsync(host, Linking.Google, new() { Email = Linking.Gmail });

        var mail = await host.Mails.NextAsync();
        Assert.That((mail.To, mail.Subject), Is.EqualTo((Linking.Gmail, "A new way to sign in")));
        Assert.That(mail.Text, Does.Contain("Google"));
    }

    [Test]
    public async Task An_account_that_was_made_for_a_login_goes_without()
    {
        await using var host = await StartAsync();
        await MessageCodeSpeaker.ThirdPartyAsync(host, 2, new ProviderToken { Email = Speaker.Email }.Encode());

        await LaravelSpeaker.RequestResetAsync(host);

        Assert.That((await host.Mails.NextAsync()).Subject, Is.EqualTo("Reset your password"), "the first mail there is");
    }

    [Test]
    public async Task A_host_may_turn_a_notice_off_and_word_the_others()
    {
        await using var host = await StartAsync(options =>
        {
            options.Mail.Notices.PasswordChanged = false;
            options.Mail.Notices.Word = notice => new(notice.To, $"{notice.Kind}", "In our words.");
        });
        var pair = await Pair.RegisterAsync(host);
        await MessageCodeSpeaker.UpdatePasswordAsync(host, pair.Access, Speaker.Password, NewPassword);
        await LaravelSpeaker.RequestResetAsync(host);

        await LaravelSpeaker.ResetAsync(host, await host.Mails.NextTokenAsync(Speaker.Email), Speaker.Password);

        Assert.That((await host.Mails.NextAsync()).Subject, Is.EqualTo("PasswordReset"));
    }

    [Test]
    public async Task A_change_stands_though_its_notice_cannot_be_kept()
    {
        await using var host = await StartAsync(services: services => services.AddSingleton<IMailProtector, BrokenProtector>());
        var pair = await Pair.RegisterAsync(host);

        var answer = await MessageCodeSpeaker.UpdatePasswordAsync(host, pair.Access, Speaker.Password, NewPassword);

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That((await new LaravelSpeaker().SignInAsync(host, Speaker.Email, NewPassword)).Status, Is.EqualTo(200));
        Assert.That(host.Logs.Entries.Single(entry => entry.Id.Id == 1751).Text, Does.Contain(nameof(PasswordChanged)));
    }

    private static Task<TestHost> StartAsync(Action<AuthKitOptions>? changes = null, Action<IServiceCollection>? services = null) => TestHost.StartAsync(new()
    {
        Services = services ?? (_ => { }),
        Options = options =>
        {
            SharedProviders.Instance.Configure(options);
            var notices = options.Mail.Notices;
            notices.PasswordChanged = notices.PasswordReset = notices.ExternalLogins = true;
            changes?.Invoke(options);
        },
    });

    private sealed class BrokenProtector : IMailProtector
    {
        public byte[] Protect(byte[] data) => throw new InvalidOperationException();

        public bool TryUnprotect(byte[] protectedData, [NotNullWhen(true)] out byte[]? data) => throw new InvalidOperationException();
    }
}
