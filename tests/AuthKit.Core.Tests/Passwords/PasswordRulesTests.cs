using System.IO.Compression;
using AuthKit.Passwords;

namespace AuthKit.Core.Tests.Passwords;

public sealed class PasswordRulesTests
{
    [TestCase("", "required")]
    [TestCase("1234567", "too_short")]
    [TestCase("😀😀😀😀😀😀😀", "too_short", Description = "Seven code points in fourteen UTF-16 units.")]
    [TestCase("Password1", "common")]
    [TestCase("anna.miller", "personal")]
    [TestCase("Anna.Miller1", "personal")]
    [TestCase("anna.miller@example.com", "personal")]
    public void A_weak_password_breaks_a_rule(string password, string rule) =>
        Assert.That(Check(PasswordRules.Default, password), Does.Contain(rule));

    [TestCase("wunderkammer", "common")]
    [TestCase("Wunderkammer1!", "common")]
    [TestCase("wunderkammer of birds", null)]
    public void A_word_of_the_hosts_is_common(string password, string? rule) =>
        Assert.That(Check(PasswordRules.Default with { ContextWords = ["Wunderkammer"] }, password), Is.EqualTo(rule is null ? [] : new[] { rule }));

    [TestCase("correct horse")]
    [TestCase("mật khẩu dài")]
    [TestCase("😀😀😀😀😀😀😀😀")]
    [TestCase("anna.miller likes tea")]
    public void A_good_password_breaks_none(string password) =>
        Assert.That(Check(PasswordRules.Default, password), Is.Empty);

    [Test]
    public void Length_is_bounded_in_bytes() => Assert.Multiple(() =>
    {
        Assert.That(Check(PasswordRules.Default, new string('é', 512)), Is.Empty);
        Assert.That(Check(PasswordRules.Default, new string('é', 513)), Is.EqualTo(new[] { Rule.TooLong.Code }));
    });

    [TestCase("123456", new[] { "symbol" })]
    [TestCase("abcdef", new[] { "digit", "symbol" })]
    [TestCase("Test1234!", new string[0])]
    public void Composition_is_an_option(string password, string[] broken) =>
        Assert.That(Check(new() { MinLength = 6, RequireDigit = true, RequireSymbol = true, Blocklist = false }, password), Is.EqualTo(broken));

    [Test]
    public void A_generated_password_keeps_the_rules()
    {
        PasswordRules strict = new() { MinLength = 24, RequireDigit = true, RequireSymbol = true };

        Assert.That(Check(strict, GeneratedPassword.New(strict)), Is.Empty);
    }

    [Test]
    public void The_list_has_3000_that_are_long_enough()
    {
        using var resource = typeof(PasswordRules).Assembly.GetManifestResourceStream("AuthKit.Passwords.common-passwords.txt.gz")!;
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        var long3000 = reader.ReadToEnd().Split('\n').Where(password => password.Length >= PasswordRules.Default.MinLength).Take(3000).ToArray();

        Assert.That(long3000, Has.Length.EqualTo(3000));
        Assert.That(long3000.Where(password => !Check(PasswordRules.Default, password).Contains("common")), Is.Empty);
    }

    [Test]
    public void A_generated_password_has_128_bits()
    {
        var letters = Enumerable.Range(0, 200).SelectMany(_ => GeneratedPassword.New(PasswordRules.Default)).ToArray();

        Assert.That(letters.Length / 200 * Math.Log2(letters.Distinct().Count()), Is.GreaterThanOrEqualTo(128));
    }

    [Test]
    public void A_letter_counts_once_however_it_is_composed() =>
        Assert.That(Check(PasswordRules.Default, "m\u00E2t kh\u00E2".Normalize(System.Text.NormalizationForm.FormD)), Does.Contain("too_short"));

    private static string[] Check(PasswordRules rules, string password) =>
        [.. rules.Check(password, Field.Password, "anna.miller@example.com", "anna.miller", "Anna", null).Select(broken => broken.Rule.Code)];
}
