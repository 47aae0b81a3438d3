using AuthKit.Passwords;

namespace AuthKit.Core.Tests.Passwords;

internal sealed class OpaqueStringTests
{
    [TestCase("plain 7!", "plain 7!")]
    [TestCase("e\u0301", "\u00E9")]
    [TestCase("a\u00A0b\u3000c", "a b c")]
    [TestCase("\uFF41", "\uFF41", Description = "Compatibility characters stay: NFC, not NFKC.")]
    [TestCase("Straße", "Straße")]
    public void Characters_are_composed_and_spaces_ordinary(string typed, string prepared) => Assert.That(OpaqueString.Prepare(typed), Is.EqualTo(prepared));

    [Test]
    public void Half_a_surrogate_pair_stays_as_it_is()
    {
        var broken = "e\u0301\uD800";

        Assert.That(OpaqueString.Prepare(broken), Is.EqualTo(broken));
    }

    [Test]
    public void What_would_take_long_to_order_stays_as_it_is()
    {
        var marks = $"a{new string('\u0301', 15_000)}{new string('\u0323', 15_000)}";

        Assert.That(OpaqueString.Prepare(marks), Is.EqualTo(marks));
    }
}
