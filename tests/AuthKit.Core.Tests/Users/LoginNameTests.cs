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

    [TestCase("anna\0@example.com")]
    [TestCase("anna\ufffe@example.com")]
    [TestCase("anna\ud800@example.com")]
    [TestCase("anna\ufffd@example.com")]
    public void What_is_no_text_is_no_name(string name) => Assert.Multiple(() =>
    {
        Assert.That(LoginName.Normalize(name), Is.EqualTo("anna\ufffd@example.com"));
        Assert.That(UserFields.Email(name), Is.EqualTo(new BrokenRule(Field.Email, Rule.Email)));
        Assert.That(UserFields.UserName(name), Is.EqualTo(new BrokenRule(Field.UserName, Rule.Characters)));
    });

    [Test]
    [SetCulture("tr-TR")]
    public void The_Turkish_i_is_another_letter_in_every_culture() => Assert.Multiple(() =>
    {
        Assert.That(LoginName.Normalize("IRMAK"), Is.EqualTo("irmak"));
        Assert.That(LoginName.Normalize("ırmak"), Is.Not.EqualTo("irmak"));
    });
}
