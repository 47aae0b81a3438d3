using AuthKit.Passwords;

namespace AuthKit.Core.Tests.Passwords;

/// <summary>RFC 8265 §4.2.1.</summary>
public sealed class OpaqueStringTests
{
    [TestCase("correct horse", "correct horse", Description = "ASCII.")]
    [TestCase("ma\u0323\u0302t kha\u0302\u0309u", "m\u1EADt kh\u1EA9u", Description = "Decomposed, as some keyboards for Vietnamese type.")]
    [TestCase("no\u00A0break\u3000wide", "no break wide", Description = "Spaces that look like one.")]
    [TestCase("ﬁ Ａ", "ﬁ Ａ", Description = "Compatibility forms are other characters.")]
    [TestCase("\u212A", "K", Description = "The sign of the kelvin is a K in every form.")]
    [TestCase("Pass WORD ", "Pass WORD ", Description = "Neither trimmed nor folded.")]
    public void A_password_has_one_form(string typed, string form) => Assert.That(OpaqueString.Prepare(typed), Is.EqualTo(form));

    [Test]
    public void What_would_take_long_to_order_stays_as_it_is()
    {
        var marks = $"a{new string('\u0301', 15_000)}{new string('\u0323', 15_000)}";

        Assert.That(OpaqueString.Prepare(marks), Is.EqualTo(marks));
    }

    [Test]
    public void What_is_no_text_stays_as_it_is() => Assert.That(OpaqueString.Prepare("half\uD800"), Is.EqualTo("half\uD800"));
}
