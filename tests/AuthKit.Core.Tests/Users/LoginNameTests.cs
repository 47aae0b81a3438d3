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

    [Test]
    [SetCulture("tr-TR")]
    public void The_Turkish_i_is_another_letter_in_every_culture() => Assert.Multiple(() =>
    {
        Assert.That(LoginName.Normalize("IRMAK"), Is.EqualTo("irmak"));
        Assert.That(LoginName.Normalize("ırmak"), Is.Not.EqualTo("irmak"));
    });
}
