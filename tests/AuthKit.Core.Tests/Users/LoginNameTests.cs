using AuthKit.Users;

namespace AuthKit.Core.Tests.Users;

public sealed class LoginNameTests
{
    [TestCase("ANNA@Example.COM", "anna@example.com")]
    [TestCase("NGỌC", "ngọc")]
    [TestCase("ngo\u0323c", "ngọc", Description = "Composed.")]
    [TestCase("ａｎｎａ", "anna", Description = "Full width.")]
    [TestCase("\u212Aarl", "karl", Description = "The Kelvin sign.")]
    public void Names_that_look_alike_are_alike(string name, string normalized) =>
        Assert.That(LoginName.Normalize(name), Is.EqualTo(LoginName.Normalize(normalized)));

    [TestCase(0x0000)]
    [TestCase(0xFFFE)]
    [TestCase(0xD800, Description = "Half a surrogate pair, which no attribute could hold as a string.")]
    [TestCase(0xFFFD)]
    public void What_is_no_text_is_no_name(int unit)
    {
        var name = $"anna{(char)unit}@example.com";

        Assert.Multiple(() =>
        {
            Assert.That(LoginName.Normalize(name), Is.EqualTo("anna\ufffd@example.com"));
            Assert.That(UserFields.Email(name), Is.EqualTo(new BrokenRule(Field.Email, Rule.Email)));
            Assert.That(UserFields.UserName(name), Is.EqualTo(new BrokenRule(Field.UserName, Rule.Characters)));
        });
    }

    [Test]
    [SetCulture("tr-TR")]
    public void The_Turkish_i_is_another_letter_in_every_culture() => Assert.Multiple(() =>
    {
        Assert.That(LoginName.Normalize("IRMAK"), Is.EqualTo("irmak"));
        Assert.That(LoginName.Normalize("ırmak"), Is.Not.EqualTo("irmak"));
    });

    [Test]
    public void What_would_take_long_to_order_is_no_name() => Assert.Multiple(() =>
    {
        Assert.That(LoginName.Normalize($"a{new string('\u0301', 15_000)}{new string('\u0323', 15_000)}"), Is.EqualTo("\uFFFD"));
        Assert.That(LoginName.Normalize(new string('a', 1025)), Is.EqualTo("\uFFFD"));
        Assert.That(LoginName.Normalize(new string('A', 1024)), Is.EqualTo(new string('a', 1024)));
    });
}
