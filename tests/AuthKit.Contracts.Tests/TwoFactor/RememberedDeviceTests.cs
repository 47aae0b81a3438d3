using AuthKit.Contracts.Tests.Harness;
using AuthKit.TwoFactor.Events;
using AuthKit.TwoFactor.Factors;

namespace AuthKit.Contracts.Tests.TwoFactor;

/// <summary>Devices that are spared the second factor for a while.</summary>
internal sealed class RememberedDeviceTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static readonly TwoFactorPaths Paths = TwoFactorPaths.Laravel;

    [Test]
    public async Task A_browser_that_asked_for_it_is_not_asked_again_for_thirty_days()
    {
        var events = new HeardEvents();
        await using var host = await StartAsync(events);
        var enrolled = await Enrolled.RegisterAsync(host);

        var (device, trusted) = await TrustAsync(enrolled);
        var spared = await SignInAsync(host, device);
        var elsewhere = await new LaravelSpeaker().SignInAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(30));
        var late = await SignInAsync(host, device);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(trusted.Header("Set-Cookie"), Does.Contain("HttpOnly").IgnoreCase.And.Contain("SameSite=Lax").IgnoreCase);
            Assert.That((spared.Status, elsewhere.Status, late.Status), Is.EqualTo((200, 401, 401)));
            Assert.That(spared.Header("Set-Cookie"), Is.Null);
        }

        await events.NextAsync<DeviceTrusted>();
    }

    [Test]
    public async Task Nobody_is_remembered_who_does_not_ask()
    {
        await using var host = await StartAsync();
        var enrolled = await Enrolled.RegisterAsync(host);

        var answer = await enrolled.SignInAsync(enrolled.Code());

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(answer.Header("Set-Cookie"), Is.Null);
        Assert.That((await DevicesAsync(enrolled)).Body, Does.Contain("\"devices\":[]"));
    }

    [Test]
    public async Task By_default_no_device_is_remembered_and_there_is_no_route()
    {
        await using var host = await TestHost.StartAsync(Enrolled.Plan());
        var enrolled = await Enrolled.RegisterAsync(host);

        var answer = await CompleteAsync(enrolled);

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(answer.Header("Set-Cookie"), Is.Null);
        Assert.That((await DevicesAsync(enrolled)).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task The_owner_sees_it_and_has_it_forgotten_and_nobody_else_can([ValueSource(typeof(TwoFactorPaths), nameof(TwoFactorPaths.All))] TwoFactorPaths paths)
    {
        var events = new HeardEvents();
        await using var host = await StartAsync(events);
        var (enrolled, stranger) = (await Enrolled.RegisterAsync(host), await Pair.RegisterAsync(host, "stranger@example.com"));
        var (device, _) = await TrustAsync(enrolled);

        var listed = await paths.GetAsync(host, "two-factor/devices", enrolled.Session.Access);
        var id = (await DevicesAsync(enrolled)).Json.GetProperty("data").GetProperty("devices")[0].GetProperty("id").GetString();
        var strangers = await paths.DeleteAsync(host, $"two-factor/devices/{id}", stranger.Access);
        var still = await SignInAsync(host, device);
        var forgotten = await paths.DeleteAsync(host, $"two-factor/devices/{id}", enrolled.Session.Access);
        var again = await paths.DeleteAsync(host, $"two-factor/devices/{id}", enrolled.Session.Access);
        var asked = await SignInAsync(host, device);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(listed.Body, Does.Contain("Firefox on Linux").And.Contain("2026-01-31T12:00:30").And.Contain(id!));
            Assert.That((strangers.Status, still.Status, again.Status, asked.Status), Is.EqualTo((404, 200, 404, 401)));
            Assert.That(forgotten.Status, Is.AnyOf(200, 204), forgotten.Body);
        }

        await events.NextAsync<DeviceForgotten>(raised => $"{raised.DeviceId}" == id);
    }

    [Test]
    public async Task A_password_reset_forgets_all()
    {
        await using var host = await StartAsync();
        var enrolled = await Enrolled.RegisterAsync(host);
        await host.Mails.NextAsync();
        var (device, _) = await TrustAsync(enrolled);
        await LaravelSpeaker.ResetByMailAsync(host, "another horse 8!");

        Assert.That((await SignInAsync(host, device, "another horse 8!")).Body, Does.Contain("A second factor is required."));
    }

    [Test]
    public async Task Another_authenticator_knows_none_of_the_devices_of_before()
    {
        await using var host = await StartAsync();
        var enrolled = await Enrolled.RegisterAsync(host);
        var (device, _) = await TrustAsync(enrolled);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var secret = await Enrolled.BeginAsync(host, enrolled.Session, enrolled.Code());
        await enrolled.PostAsync("two-factor/authenticator/confirmation", TestAuthenticator.CodeOf(secret, host.Clock.GetUtcNow()));

        Assert.That((await SignInAsync(host, device)).Status, Is.EqualTo(401));
        Assert.That((await DevicesAsync(enrolled)).Body, Does.Contain("\"devices\":[]"));
    }

    [Test]
    public async Task Anothers_device_is_not_spared()
    {
        await using var host = await StartAsync();
        var (one, other) = (await Enrolled.RegisterAsync(host), await Enrolled.RegisterAsync(host, "other@example.com"));
        var (device, _) = await TrustAsync(other);

        Assert.That((await SignInAsync(host, device)).Status, Is.EqualTo(401), one.Email);
    }

    [TestCase(null, "Unknown device")]
    [TestCase("", "Unknown device")]
    [TestCase(Firefox, "Firefox on Linux")]
    [TestCase("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows")]
    [TestCase("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [TestCase("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [TestCase("okhttp/5.0", "okhttp")]
    [TestCase("<script>alert(1)</script>", "Unknown device")]
    [TestCase("\u202eabc/1", "Unknown device")]
    public void It_has_a_name(string? userAgent, string label) => Assert.That(DeviceLabel.Of(userAgent), Is.EqualTo(label));

    private static Task<TestHost> StartAsync(HeardEvents? events = null) =>
        TestHost.StartAsync((events?.Plan ?? new()).And(Enrolled.Plan(twoFactor => twoFactor.RememberDevices = TimeSpan.FromDays(30))));

    private static async Task<(string Cookie, Answer Answer)> TrustAsync(Enrolled enrolled)
    {
        var answer = await CompleteAsync(enrolled);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(answer.Header("Set-Cookie"), Does.Contain("authkit-device="));
        return (answer.Header("Set-Cookie")!.Split(';')[0], answer);
    }

    private static async Task<Answer> CompleteAsync(Enrolled enrolled)
    {
        var challenge = await Paths.ChallengeAsync(enrolled.Host, enrolled.Email);
        return await Paths.PostAsync(enrolled.Host, "second-factor", [("User-Agent", Firefox)], ("challenge", challenge), ("method", "totp"), ("code", enrolled.Code()), ("trustDevice", true));
    }

    private static Task<Answer> SignInAsync(TestHost host, string cookie, string password = Speaker.Password) => LaravelSpeaker.SignInWithAsync(host, password, ("Cookie", cookie));

    private static Task<Answer> DevicesAsync(Enrolled enrolled) => Paths.GetAsync(enrolled.Host, "two-factor/devices", enrolled.Session.Access);
}
