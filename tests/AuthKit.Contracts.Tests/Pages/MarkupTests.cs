using AuthKit.Pages.Design;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>What fills a hole in HTML is encoded unless it is HTML already.</summary>
internal sealed class MarkupTests
{
    [TestCase("<script>alert('x')</script>", "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;")]
    [TestCase("\" onclick=\"x", "&quot; onclick=&quot;x")]
    [TestCase("a & b", "a &amp; b")]
    [TestCase("Nguyễn Thị Ánh", "Nguyễn Thị Ánh")]
    [TestCase("\u0000\u001b", "&#x0;&#x1B;")]
    [TestCase(null, "")]
    public void A_text_is_encoded(string? text, string html) => Assert.That(Markup.Html($"<p>{text}</p>").ToString(), Is.EqualTo($"<p>{html}</p>"));

    [Test]
    public void Markup_stays_as_it_is()
    {
        var name = Markup.Html($"<b>{"a<b"}</b>");

        Assert.That(Markup.Html($"<p>{name}{Markup.Empty}{(Markup?)null}</p>").ToString(), Is.EqualTo("<p><b>a&lt;b</b></p>"));
    }

    [Test]
    public void Pieces_stand_one_after_the_other() =>
        Assert.That(Markup.Html($"<ul>{new[] { "1", "<" }.Select(text => Markup.Html($"<li>{text}</li>"))}</ul>").ToString(), Is.EqualTo("<ul><li>1</li><li>&lt;</li></ul>"));
}
