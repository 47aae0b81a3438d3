using System.Diagnostics;
using System.Globalization;
using System.Text;
using AuthKit.TwoFactor.Codes;

namespace AuthKit.Contracts.Tests.TwoFactor;

/// <summary>Codes as RFC 6238 has them, and as another program makes them.</summary>
internal sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238 appendix B prints eight digits; six are their last ones (RFC 4226 §5.3).
    [TestCase(59L, "94287082")]
    [TestCase(1111111109L, "07081804")]
    [TestCase(1111111111L, "14050471")]
    [TestCase(1234567890L, "89005924")]
    [TestCase(2000000000L, "69279037")]
    [TestCase(20000000000L, "65353130")]
    public void The_vectors_of_RFC_6238(long seconds, string printed)
    {
        var code = printed[^6..];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Totp.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(seconds)), Is.EqualTo(seconds / 30));
            Assert.That(TestAuthenticator.CodeOf(Secret, seconds / 30), Is.EqualTo(code));
        }
    }

    [TestCase(-2, false)]
    [TestCase(-1, true)]
    [TestCase(0, true)]
    [TestCase(1, true)]
    [TestCase(2, false)]
    public void A_step_either_way(int steps, bool good)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = (now.ToUnixTimeSeconds() / 30) + steps;

        Assert.That(Totp.StepOf(Secret, TestAuthenticator.CodeOf(Secret, step), now), Is.EqualTo(good ? step : null));
    }

    [TestCase("287 082", true)]
    [TestCase("287-082", true)]
    [TestCase(" 287082 ", true)]
    [TestCase("94287082", false)]
    [TestCase("87082", false)]
    [TestCase("２８７０８２", false)]
    [TestCase("٢٨٧٠٨٢", false)]
    [TestCase("287o82", false)]
    [TestCase("+87082", false)]
    [TestCase("0x1234", false)]
    [TestCase("287082\0", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void What_people_type(string? typed, bool good) =>
        Assert.That(Totp.StepOf(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(59)), good ? Is.EqualTo(1) : Is.Null);

    [Test]
    public void A_code_as_long_as_a_book_is_none() =>
        Assert.That(Totp.StepOf(Secret, new string(' ', 1_000_000) + "287082", DateTimeOffset.FromUnixTimeSeconds(59)), Is.Null);

    [Test]
    public void The_secret_is_typed_as_it_is_read()
    {
        for (var i = 0; i < 100; i++)
        {
            var secret = AuthenticatorSecrets.New();

            var text = Totp.TextOf(secret);

            Assert.That(text, Has.Length.EqualTo(32).And.Match("^[A-Z2-7]+$"));
            Assert.That(TestAuthenticator.Decode(text), Is.EqualTo(secret));
        }
    }

    [Test]
    public async Task As_oathtool_has_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_017);
        for (var i = 0; i < 20; i++)
        {
            var secret = AuthenticatorSecrets.New();

            var code = await OathtoolAsync(Totp.TextOf(secret), now);

            Assert.That(Totp.StepOf(secret, code, now), Is.EqualTo(now.ToUnixTimeSeconds() / 30), code);
        }
    }

    private static async Task<string> OathtoolAsync(string secret, DateTimeOffset now)
    {
        const string Program = "/usr/bin/oathtool";
        if (!File.Exists(Program))
            Assert.Ignore("oathtool is not installed (Debian's oathtool).");
        using var process = Process.Start(new ProcessStartInfo(Program, ["--totp", "--base32", "--now", now.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture), secret]) { RedirectStandardOutput = true })!;
        var code = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return code.Trim();
    }
}
