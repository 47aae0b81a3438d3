using AuthKit.Passwords;

namespace AuthKit.Core.Tests.Passwords;

public sealed class PasswordRulesTests
{
    [TestCase("", Rule.Required)]
    [TestCase("1234567", Rule.TooShort)]
    [TestCase("😀😀😀😀😀😀😀", Rule.TooShort, Description = "Seven code points in fourteen UTF-16 units.")]
    [TestCase("Password1", Rule.Common)]
    [TestCase("anna.miller", Rule.Personal)]
    [TestCase("Anna.Miller1", Rule.Personal)]
    [TestCase("anna.miller@example.com", Rule.Personal)]
    public void A_weak_password_breaks_a_rule(string password, Rule rule) =>
        Assert.That(Check(PasswordRules.Default, password), Does.Contain(rule));

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
        Assert.That(Check(PasswordRules.Default, new string('é', 513)), Is.EqualTo(new[] { Rule.TooLong }));
    });

    [TestCase("123456", new[] { Rule.Symbol })]
    [TestCase("abcdef", new[] { Rule.Digit, Rule.Symbol })]
    [TestCase("Test1234!", new Rule[0])]
    public void Composition_is_an_option(string password, Rule[] broken) =>
        Assert.That(Check(new() { MinLength = 6, RequireDigit = true, RequireSymbol = true, Blocklist = false }, password), Is.EqualTo(broken));

    [Test]
    public void A_generated_password_keeps_the_rules()
    {
        PasswordRules strict = new() { MinLength = 24, RequireDigit = true, RequireSymbol = true };

        Assert.That(Check(strict, GeneratedPassword.New(strict)), Is.Empty);
    }

    private static Rule[] Check(PasswordRules rules, string password) =>
        [.. rules.Check(password, Field.Password, "anna.miller@example.com", "anna.miller", "Anna", null).Select(broken => broken.Rule)];
}
