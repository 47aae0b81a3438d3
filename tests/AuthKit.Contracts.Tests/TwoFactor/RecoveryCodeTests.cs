using AuthKit.Contracts.Tests.Harness;
using AuthKit.TwoFactor.Codes;

namespace AuthKit.Contracts.Tests.TwoFactor;

/// <summary>Codes on paper.</summary>
internal sealed class RecoveryCodeTests
{
    private TestHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await TestHost.StartAsync(Enrolled.Plan());

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [TestCase("0123a-bcdef", "0123abcdef")]
    [TestCase("0123ABCDEF", "0123abcdef")]
    [TestCase("oi2l3-zyxwv", "01213zyxwv")]
    [TestCase("OIL23 ZYXWV", "01123zyxwv")]
    [TestCase("0123u-bcdef", null)]
    [TestCase("0123a-bcde", null)]
    [TestCase("0123a-bcdefg", null)]
    [TestCase("０1２3a-bcdef", null)]
    [TestCase("----------", null)]
    [TestCase(null, null)]
    public void They_are_read_as_people_write(string? typed, string? read) => Assert.That(RecoveryCodeText.Read(typed), Is.EqualTo(read));

    [Test]
    public void Each_letter_of_a_new_one_is_any_of_32()
    {
        var seen = Enumerable.Range(0, 500).SelectMany(static _ => RecoveryCodeText.New().Replace("-", "", StringComparison.Ordinal)).Distinct().Count();

        Assert.That(seen, Is.EqualTo(32));
    }

    [Test]
    public async Task Any_spelling_signs_in()
    {
        var enrolled = await Enrolled.RegisterAsync(_host, "spelling@example.com");

        var answer = await enrolled.SignInAsync(enrolled.RecoveryCodes[3].Replace("-", "", StringComparison.Ordinal).ToUpperInvariant(), "recovery_code");

        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
    }

    [Test]
    public async Task Those_of_before_do_not_count_once_they_are_remade()
    {
        var enrolled = await Enrolled.RegisterAsync(_host, "remade@example.com");

        var remade = Enrolled.CodesIn(await enrolled.PostAsync("two-factor/recovery-codes", enrolled.RecoveryCodes[0]));
        var former = await enrolled.SignInAsync(enrolled.RecoveryCodes[1], "recovery_code");
        var latter = await enrolled.SignInAsync(remade[0], "recovery_code");

        Assert.That((former.Status, latter.Status), Is.EqualTo((401, 200)), latter.Body);
    }

    [Test]
    public async Task Anothers_does_not_sign_in()
    {
        var (one, other) = (await Enrolled.RegisterAsync(_host, "one@example.com"), await Enrolled.RegisterAsync(_host, "other@example.com"));

        Assert.That((await one.SignInAsync(other.RecoveryCodes[0], "recovery_code")).Status, Is.EqualTo(401));
    }
}
