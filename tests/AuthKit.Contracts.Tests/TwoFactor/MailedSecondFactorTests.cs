using System.Text.RegularExpressions;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.TwoFactor;

/// <summary>A mailed code in place of the authenticator's.</summary>
internal sealed partial class MailedSecondFactorTests
{
    private static readonly TwoFactorPaths Paths = TwoFactorPaths.Laravel;
    private const string Password = "another horse 8!";

    [Test]
    public async Task It_signs_in_once_for_the_challenge_that_it_was_asked_for()
    {
        await using var host = await StartAsync();
        await EnrolConfirmedAsync(host);
        var (first, second) = (await ChallengeAsync(host), await ChallengeAsync(host));
        var code = await MailedAsync(host, first);

        var elsewhere = await Paths.CompleteAsync(host, second, code, "mailed_code");
        var right = await Paths.CompleteAsync(host, first, code, "mailed_code");
        var again = await Paths.CompleteAsync(host, first, code, "mailed_code");

        Assert.That((elsewhere.Status, right.Status, again.Status), Is.EqualTo((401, 200, 401)), right.Body);
    }

    [Test]
    public async Task One_challenge_has_one_code_however_often_it_is_mailed()
    {
        await using var host = await StartAsync();
        await EnrolConfirmedAsync(host);
        var challenge = await ChallengeAsync(host);

        var first = await MailedAsync(host, challenge);
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        var second = await MailedAsync(host, challenge);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task It_is_guessed_at_five_times_and_ends()
    {
        await using var host = await StartAsync();
        await EnrolConfirmedAsync(host);
        var challenge = await ChallengeAsync(host);
        var code = await MailedAsync(host, challenge);
        for (var i = 0; i < 5; i++)
            Assert.That((await Paths.CompleteAsync(host, challenge, code == "000000" ? "000001" : "000000", "mailed_code")).Status, Is.EqualTo(401));

        Assert.That((await Paths.CompleteAsync(host, challenge, code, "mailed_code")).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Without_the_option_or_a_confirmed_address_it_is_not_offered()
    {
        await using var without = await TestHost.StartAsync(Enrolled.Plan());
        await EnrolConfirmedAsync(without);
        await using var unconfirmed = await StartAsync();
        await Enrolled.RegisterAsync(unconfirmed);

        var asked = await new LaravelSpeaker().SignInAsync(without, Speaker.Email, Password);
        var other = await new LaravelSpeaker().SignInAsync(unconfirmed);

        Assert.That((asked.Member("data.methods"), other.Member("data.methods")), Is.EqualTo(("""["totp","recovery_code"]""", """["totp","recovery_code"]""")));
        Assert.That((await Paths.CompleteAsync(unconfirmed, other.Member("data.challenge")!, "000000", "mailed_code")).Status, Is.EqualTo(422));
    }

    [Test]
    public async Task The_owner_is_warned_in_the_log_of_the_host()
    {
        await using var host = await StartAsync();

        Assert.That(host.Logs.Text, Does.Contain("feature 'two-factor': MailedCodes is on"));
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(Enrolled.Plan(twoFactor => twoFactor.MailedCodes = true));

    /// <summary>An account whose address a reset has confirmed.</summary>
    private static async Task EnrolConfirmedAsync(TestHost host)
    {
        await new LaravelSpeaker().RegisterAsync(host);
        await LaravelSpeaker.ResetByMailAsync(host, Password);
        var session = await Pair.SignInAsync(host, Speaker.Email, Password);
        var secret = await Enrolled.BeginAsync(host, session);
        Enrolled.CodesIn(await Paths.PostAsync(host, "two-factor/authenticator/confirmation", session.Access, ("code", TestAuthenticator.CodeOf(secret, host.Clock.GetUtcNow()))));
        await host.Mails.NextAsync();
    }

    private static async Task<string> ChallengeAsync(TestHost host) => (await new LaravelSpeaker().SignInAsync(host, Speaker.Email, Password)).Member("data.challenge")!;

    private static async Task<string> MailedAsync(TestHost host, string challenge)
    {
        var asked = await Paths.PostAsync(host, "second-factor/options", token: null, ("challenge", challenge), ("method", "mailed_code"));
        Assert.That(asked.Status, Is.EqualTo(200), asked.Body);
        var mail = await host.Mails.NextAsync();
        Assert.That(mail.To, Is.EqualTo(Speaker.Email));
        return Code().Match(mail.Text).Value;
    }

    [GeneratedRegex(@"(?m)^\d{6}$")]
    private static partial Regex Code();
}
