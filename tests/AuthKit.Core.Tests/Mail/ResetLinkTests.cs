using AuthKit.Mail;
using Microsoft.Extensions.Options;

namespace AuthKit.Core.Tests.Mail;

public sealed class ResetLinkTests
{
    [TestCase(null, "https://app.example", "https://app.example/reset-password?token=a%2Bb%26c&email=anna%2Bx%40example.com")]
    [TestCase(null, "https://app.example/auth/", "https://app.example/auth/reset-password?token=a%2Bb%26c&email=anna%2Bx%40example.com")]
    [TestCase("https://app.example/r", "authkit", "https://app.example/r?token=a%2Bb%26c&email=anna%2Bx%40example.com")]
    [TestCase("https://app.example/r?lang=vi#top", "authkit", "https://app.example/r?lang=vi&token=a%2Bb%26c&email=anna%2Bx%40example.com#top")]
    public void Token_and_address_are_query_parameters_of_the_configured_page(string? page, string issuer, string expected)
    {
        var options = new AuthKitOptions { Issuer = issuer };
        options.Mail.ResetUrl = page is null ? null : new Uri(page);

        Assert.That(new ResetLink(Options.Create(options)).For("a+b&c", "anna+x@example.com").AbsoluteUri, Is.EqualTo(expected));
    }

    [Test]
    public void Without_a_page_or_an_http_issuer_there_is_no_link()
    {
        Assert.That(ResetLink.PageOf(new AuthKitOptions()), Is.Null);
        Assert.Throws<InvalidOperationException>(() => new ResetLink(Options.Create(new AuthKitOptions())).For("a", "anna@example.com"));
    }
}
