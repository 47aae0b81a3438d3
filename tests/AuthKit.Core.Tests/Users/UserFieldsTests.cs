using AuthKit.Users;

namespace AuthKit.Core.Tests.Users;

public sealed class UserFieldsTests
{
    [TestCase("anna@example.com")]
    [TestCase("Anna.O'Neil+news@sub.example.co")]
    [TestCase("thienthn@apzon.com")]
    [TestCase("ngọc@ví-dụ.vn")]
    [TestCase("a@b")]
    public void An_address_is_one(string email) => Assert.That(UserFields.Email(email), Is.Null);

    [TestCase(null, "required")]
    [TestCase("  ", "required")]
    [TestCase("anna", "email")]
    [TestCase("@example.com", "email")]
    [TestCase("anna@", "email")]
    [TestCase("a@b@c", "email")]
    [TestCase("anna @example.com", "email")]
    [TestCase("anna@example.com\r\nBcc: all@example.com", "email")]
    [TestCase("Anna <anna@example.com>", "email")]
    [TestCase("anna@example.com,bert@example.com", "email")]
    [TestCase("anna@.example.com", "email")]
    [TestCase("anna..x@example.com", "email")]
    [TestCase("anna@example.com/x", "email")]
    public void What_is_not_an_address_breaks_a_rule(string? email, string rule) =>
        Assert.That(UserFields.Email(email)?.Rule.Code, Is.EqualTo(rule));

    [Test]
    public void An_address_has_at_most_320_characters() => Assert.Multiple(() =>
    {
        Assert.That(UserFields.Email($"{new string('a', 64)}@{new string('b', 255)}"), Is.Null);
        Assert.That(UserFields.Email($"{new string('a', 64)}@{new string('b', 256)}"), Is.EqualTo(new BrokenRule(Field.Email, Rule.TooLong, 320)));
        Assert.That(UserFields.Email($"a@{new string('\uFDFA', 100)}")?.Rule, Is.EqualTo(Rule.TooLong), "NFKC makes eighteen characters of this one.");
    });

    [TestCase("anna")]
    [TestCase("Ngọc_Thiên-7")]
    public void A_user_name_is_one(string name) => Assert.That(UserFields.UserName(name), Is.Null);

    [TestCase("anna@example.com")]
    [TestCase("an na")]
    [TestCase("anna\u200B")]
    [TestCase("<script>")]
    public void A_user_name_has_no_such_characters(string name) => Assert.That(UserFields.UserName(name)?.Rule, Is.EqualTo(Rule.Characters));
}
