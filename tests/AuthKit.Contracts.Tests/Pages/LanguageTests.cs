using System.Text.RegularExpressions;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Pages;
using AuthKit.Pages.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Pages;

internal sealed class LanguageTests
{
    private static readonly string[] Sentences = [.. typeof(PageTexts).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.Name)];

    [TestCase(null, null, "en", "Sign in")]
    [TestCase("vi-VN,vi;q=0.9,en;q=0.8", null, "vi", "Đăng nhập")]
    [TestCase("fr;q=0.9, en;q=0.2, vi;q=0.5", null, "vi", "Đăng nhập")]
    [TestCase("vi;q=0, *;q=0.1", null, "en", "Sign in")]
    [TestCase("en", "fr vi", "vi", "Đăng nhập")]
    [TestCase("nonsense;;q=x", "-- -", "en", "Sign in")]
    public async Task The_client_s_wish_comes_before_the_browser_s(string? accepted, string? wished, string tag, string title)
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);

        var page = await host.GetAsync("/signin" + (wished is null ? "" : $"?ui_locales={Uri.EscapeDataString(wished)}"), [.. accepted is null ? Array.Empty<(string, string)>() : [("Accept-Language", accepted)]]);

        Assert.That(page.Body, Does.Contain($"<html lang=\"{tag}\"").And.Contain($"<h1>{title}</h1>"));
        Assert.That(page.Header("Content-Language"), Is.EqualTo(tag));
    }

    // Each shortening of a range copies what is left of it: 60,000 dashes came to four gigabytes.
    [Test]
    public void A_wish_as_long_as_a_body_is_passed_over()
    {
        var (options, wish) = (new PageOptions(), new string('-', 60_000));
        PageLanguage.Choose(options, [wish]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var chosen = PageLanguage.Choose(options, [wish, "vi"]);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(10_000));
        Assert.That(chosen.Tag, Is.EqualTo("vi"));
    }

    [Test]
    public async Task The_client_s_wish_holds_to_the_end()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host, "en");

        var signIn = await browser.OpenAsync(PageHost.Authorize(("ui_locales", "vi")));
        var wrong = await browser.SignInAsync(signIn, "wrong horse 0!");
        var consent = await browser.SignInAsync(wrong);

        Assert.That(signIn.Body, Does.Contain("để tiếp tục đến The Shop"));
        Assert.That(wrong.Body, Does.Contain("không đúng"));
        Assert.That(consent.Body, Does.Contain("The Shop muốn truy cập tài khoản của bạn"));
    }

    [Test]
    public async Task A_host_adds_a_language_and_changes_a_sentence()
    {
        await using var host = await PageHost.StartAsync(new()
        {
            Services = services => services.Configure<PageOptions>(pages =>
            {
                pages.ProductName = "A & B";
                pages.Texts["de"] = new() { SignInTitle = "Anmelden" };
                pages.Texts["en"] = pages.Texts["en"] with { SignInTitle = "Hello" };
            }),
        });

        Assert.That((await host.GetAsync("/signin", ("Accept-Language", "de-AT"))).Body, Does.Contain("<h1>Anmelden</h1>"));
        Assert.That((await host.GetAsync("/signin")).Body, Does.Contain("<h1>Hello</h1>").And.Contain("<title>Hello · A &amp; B</title>").And.Contain("<p class=\"product\">A &amp; B</p>"));
    }

    [TestCaseSource(nameof(Sentences))]
    public void Every_sentence_is_there_in_Vietnamese_with_the_same_in_braces(string sentence)
    {
        var property = typeof(PageTexts).GetProperty(sentence)!;
        var (english, vietnamese) = ((string)property.GetValue(new PageTexts())!, (string)property.GetValue(PageTexts.Vietnamese)!);

        Assert.That(Braces(vietnamese), Is.EquivalentTo(Braces(english)));
        if (sentence != nameof(PageTexts.Email))
            Assert.That(vietnamese, Is.Not.EqualTo(english));
    }

    private static IEnumerable<string> Braces(string sentence) => Regex.Matches(sentence, "{[a-z]+}").Select(match => match.Value);
}
