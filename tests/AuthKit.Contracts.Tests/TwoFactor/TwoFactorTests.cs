using System.Text.Json;
using System.Xml.Linq;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.TwoFactor.Events;

namespace AuthKit.Contracts.Tests.TwoFactor;

/// <summary>The life of an authenticator in each contract's words.</summary>
[TestFixtureSource(typeof(TwoFactorPaths), nameof(TwoFactorPaths.All))]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
[Parallelizable(ParallelScope.Self)]
internal sealed class TwoFactorTests(TwoFactorPaths paths)
{
    private readonly HeardEvents _events = new();
    private TestHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await TestHost.StartAsync(_events.Plan.And(Enrolled.Plan()));

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    // What it hears of, others would take away.
    [NonParallelizable]
    [Test]
    public async Task It_is_set_up_and_taken_away()
    {
        var session = await Pair.RegisterAsync(_host, "life@example.com");

        var before = await paths.GetAsync(_host, "two-factor", session.Access);
        var begun = await paths.PostAsync(_host, "two-factor/authenticator", session.Access);
        var secret = paths.Member(begun, "secret");
        var wrong = await paths.PostAsync(_host, "two-factor/authenticator/confirmation", session.Access, ("code", "000000"));
        var confirmed = await paths.PostAsync(_host, "two-factor/authenticator/confirmation", session.Access, ("code", TestAuthenticator.CodeOf(secret, _host.Clock.GetUtcNow())));
        var after = await paths.GetAsync(_host, "two-factor", session.Access);
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        var remade = await paths.PostAsync(_host, "two-factor/recovery-codes", session.Access, ("code", TestAuthenticator.CodeOf(secret, _host.Clock.GetUtcNow())));
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        var removed = await paths.PostAsync(_host, "two-factor/authenticator/removal", session.Access, ("code", TestAuthenticator.CodeOf(secret, _host.Clock.GetUtcNow())));
        var again = await paths.PostAsync(_host, "two-factor/authenticator/removal", session.Access, ("code", "000000"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(paths.Member(before, "recoveryCodesLeft"), Is.EqualTo("0"));
            Assert.That(paths.Member(begun, "expiresIn"), Is.EqualTo("600"));
            Assert.That(wrong.Status, Is.AnyOf(400, 422), wrong.Body);
            Assert.That(confirmed.Status, Is.EqualTo(200), confirmed.Body);
            Assert.That(JsonSerializer.Deserialize<string[]>(paths.Member(confirmed, "recoveryCodes")), Has.Length.EqualTo(10).And.Unique.And.All.Match("^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$"));
            Assert.That(paths.Member(after, "authenticatorSince"), Does.StartWith("2026-01-01T12:0"));
            Assert.That(paths.Member(after, "recoveryCodesLeft"), Is.EqualTo("10"));
            Assert.That(paths.Member(remade, "recoveryCodes"), Is.Not.EqualTo(paths.Member(confirmed, "recoveryCodes")));
            Assert.That(removed.Status, Is.AnyOf(200, 204), removed.Body);
            Assert.That(again.Status, Is.AnyOf(400, 409, 422), again.Body);
        }

        await _events.NextAsync<TwoFactorEnabled>(raised => !raised.Replaced);
        await _events.NextAsync<RecoveryCodesRemade>();
        await _events.NextAsync<TwoFactorDisabled>();
    }

    [Test]
    public async Task An_app_reads_it_from_the_address_and_the_picture()
    {
        var session = await Pair.RegisterAsync(_host, "app+x@example.com");

        var begun = await paths.PostAsync(_host, "two-factor/authenticator", session.Access);

        var secret = paths.Member(begun, "secret");
        var picture = XElement.Parse(paths.Member(begun, "qrCode"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TestAuthenticator.Decode(secret), Has.Length.EqualTo(20));
            Assert.That(paths.Member(begun, "uri"), Is.EqualTo($"otpauth://totp/auth.example:app%2Bx%40example.com?secret={secret}&issuer=auth.example&algorithm=SHA1&digits=6&period=30"));
            Assert.That(picture.DescendantsAndSelf().Select(static element => element.Name.LocalName).Distinct(), Is.EquivalentTo(new[] { "svg", "rect", "path" }));
            Assert.That(picture.Descendants().Attributes("fill").Select(static fill => fill.Value), Is.EquivalentTo(new[] { "#ffffff", "#000000" }));
        }
    }

    [Test]
    public async Task Sign_in_asks_for_it()
    {
        if (paths.Contract == "oauth")
            Assert.Ignore("Document 003 signs in on its pages.");
        var email = "sign-in@example.com";
        var enrolled = await Enrolled.RegisterAsync(_host, email);
        var challenge = await paths.ChallengeAsync(_host, email);

        var wrong = await paths.CompleteAsync(_host, challenge, "000000");
        var right = await paths.CompleteAsync(_host, challenge, enrolled.Code());
        var recovered = await paths.SignInAsync(_host, email, enrolled.RecoveryCodes[0], "recovery_code");
        var twice = await paths.SignInAsync(_host, email, enrolled.RecoveryCodes[0], "recovery_code");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((wrong.Status, right.Status, recovered.Status, twice.Status), Is.EqualTo((401, 200, 200, 401)), right.Body);
            Assert.That((await enrolled.StateAsync()).Member("data.recovery_codes_left"), Is.EqualTo("9"));
        }
    }
}
