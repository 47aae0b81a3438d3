using AuthKit.Contracts.Tests.Harness;
using AuthKit.Features;
using AuthKit.SignIns;
using AuthKit.TwoFactor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.TwoFactor;

/// <summary>What a host sets, and what it gets.</summary>
internal sealed class TwoFactorOptionsTests
{
    private static readonly TestCaseData<Action<TwoFactorOptions>, string>[] Refused =
    [
        new(static twoFactor => twoFactor.Issuer = "App: mine", "Issuer"),
        new(static twoFactor => twoFactor.Issuer = "", "Issuer"),
        new(static twoFactor => twoFactor.EnrolmentLifetime = TimeSpan.Zero, "EnrolmentLifetime"),
        new(static twoFactor => twoFactor.RememberDevices = TimeSpan.FromDays(400), "RememberDevices"),
        new(static twoFactor => twoFactor.RememberDevices = TimeSpan.Zero, "RememberDevices"),
    ];

    [TestCaseSource(nameof(Refused))]
    public async Task What_it_cannot_work_with_keeps_the_host_from_starting(Action<TwoFactorOptions> configure, string option)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestHost.StartAsync(Enrolled.Plan(configure)));

        Assert.That(refused!.Failures.Single(), Does.StartWith($"feature 'two-factor': {option}"));
    }

    [Test]
    public async Task Adding_it_twice_adds_it_once()
    {
        await using var host = await TestHost.StartAsync(Enrolled.Plan(static twoFactor => twoFactor.MailedCodes = true).And(Enrolled.Plan(static twoFactor => twoFactor.MailedCodes = true)));

        Assert.That(host.Services.GetServices<Feature>().Count(), Is.EqualTo(2));
        Assert.That(host.Services.GetServices<ISecondFactor>().Select(static factor => factor.Method), Is.EqualTo(new[] { "totp", "recovery_code", "mailed_code" }));
    }

    [Test]
    public async Task An_app_shows_the_issuer_that_the_host_names()
    {
        await using var host = await TestHost.StartAsync(Enrolled.Plan(static twoFactor => twoFactor.Issuer = "Café & Co"));
        var session = await Pair.RegisterAsync(host);

        var begun = await TwoFactorPaths.Laravel.PostAsync(host, "two-factor/authenticator", session.Access);

        Assert.That(begun.Member("data.uri"), Does.StartWith("otpauth://totp/Caf%C3%A9%20%26%20Co:anna%40example.com?").And.Contain("&issuer=Caf%C3%A9%20%26%20Co&"));
    }

    [Test]
    public async Task An_address_that_nobody_has_confirmed_can_be_kept_from_it()
    {
        await using var host = await TestHost.StartAsync(Enrolled.Plan(static twoFactor => twoFactor.RequireConfirmedEmail = true));
        var session = await Pair.RegisterAsync(host);

        var refused = await TwoFactorPaths.Laravel.PostAsync(host, "two-factor/authenticator", session.Access);

        Assert.That(refused.Body, Does.Contain("Confirm the e-mail address first."));
    }

    [Test]
    public async Task Without_it_there_is_no_route()
    {
        var answer = await (await SharedHost.GetAsync()).GetAsync("/api/v1/two-factor");

        Assert.That(answer.Status, Is.EqualTo(404));
    }
}
