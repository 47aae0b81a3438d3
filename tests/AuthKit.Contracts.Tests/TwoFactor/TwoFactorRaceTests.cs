using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.TwoFactor;

/// <summary>Many at once, of whom one is right.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class TwoFactorRaceTests(Engine engine)
{
    private const int Callers = 64;
    private TestHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await TestHost.StartAsync(Enrolled.Plan().And(new() { Options = options => options.SignIn.MaxFailedSecondFactorsPerDay = 1000 }) with { Engine = engine });

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [TestCase("totp")]
    [TestCase("recovery_code")]
    public async Task A_code_signs_one_in(string method)
    {
        var enrolled = await Enrolled.RegisterAsync(_host, $"{method}@example.com");
        var code = method == "totp" ? enrolled.Code() : enrolled.RecoveryCodes[0];
        var challenges = new List<string>();
        for (var i = 0; i < Callers; i++)
            challenges.Add(await TwoFactorPaths.Laravel.ChallengeAsync(_host, enrolled.Email));

        var answers = await Task.WhenAll(challenges.Select(challenge => TwoFactorPaths.Laravel.CompleteAsync(_host, challenge, code, method)));

        Assert.That(answers.Count(static answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That(answers.Count(static answer => answer.Status == 401), Is.EqualTo(Callers - 1), answers.First(static answer => answer.Status != 200).Body);
    }

    [Test]
    public async Task A_code_confirms_once_and_its_recovery_codes_are_the_ones_that_count()
    {
        var session = await Pair.RegisterAsync(_host, "confirm@example.com");
        var secret = await Enrolled.BeginAsync(_host, session);
        var code = TestAuthenticator.CodeOf(secret, _host.Clock.GetUtcNow());

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => TwoFactorPaths.Laravel.PostAsync(_host, "two-factor/authenticator/confirmation", session.Access, ("code", code))));

        var codes = Enrolled.CodesIn(answers.Single(static answer => answer.Status == 200));
        Assert.That((await TwoFactorPaths.Laravel.GetAsync(_host, "two-factor", session.Access)).Member("data.recovery_codes_left"), Is.EqualTo("10"));
        Assert.That((await TwoFactorPaths.Laravel.SignInAsync(_host, "confirm@example.com", codes[9], "recovery_code")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_code_remakes_recovery_codes_once()
    {
        var enrolled = await Enrolled.RegisterAsync(_host, "remake@example.com");
        var code = enrolled.Code();

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => enrolled.PostAsync("two-factor/recovery-codes", code)));

        Assert.That(answers.Count(static answer => answer.Status == 200), Is.EqualTo(1));
        Assert.That((await enrolled.StateAsync()).Member("data.recovery_codes_left"), Is.EqualTo("10"));
    }
}
