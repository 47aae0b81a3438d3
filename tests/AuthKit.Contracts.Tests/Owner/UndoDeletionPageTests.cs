using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Features.MyData;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.Owner;

/// <summary>Where the link leads that takes a deletion back, and what a host cannot start with.</summary>
internal sealed class UndoDeletionPageTests
{
    [TestCase("en", "Keep my account", "Your account stays")]
    [TestCase("vi", "Giữ tài khoản của tôi", "Tài khoản của bạn được giữ lại")]
    public async Task Opening_it_changes_nothing_and_its_button_does(string language, string button, string done)
    {
        await using var host = await TestHost.StartAsync(OwnerRequests.Plan.And(new() { Options = static options => options.MyData.GracePeriod = TimeSpan.FromDays(14) }));
        await host.DeleteMyDataAsync((await Pair.RegisterAsync(host)).Access);
        var link = await host.Mails.NextLinkAsync(Speaker.Email);
        using var browser = new Browser(host);

        var page = await browser.OpenAsync($"{link.PathAndQuery}&ui_locales={language}");
        var still = await new AccountSpeaker().SignInAsync(host);
        var kept = await browser.SubmitAsync(page);
        var again = await browser.SubmitAsync(await browser.OpenAsync(link.PathAndQuery));

        Assert.That(page.Body, Does.Contain(button));
        Assert.That(still.Status, Is.EqualTo(403));
        Assert.That(kept.Body, Does.Contain(done));
        Assert.That(again.Status, Is.EqualTo(400));
        await Pair.SignInAsync(host);
    }

    [Test]
    public async Task The_mail_is_in_the_language_that_the_host_has_chosen()
    {
        await using var host = await TestHost.StartAsync(OwnerRequests.Plan.And(new() { Options = static options => (options.MyData.GracePeriod, options.MyData.Texts) = (TimeSpan.FromDays(14), MyDataTexts.Vietnamese) }));
        await host.DeleteMyDataAsync((await Pair.RegisterAsync(host)).Access);

        var mail = await host.Mails.NextAsync();

        Assert.That(mail.Subject, Is.EqualTo("Tài khoản của bạn sẽ bị xóa"));
        Assert.That(mail.Text, Does.Contain("12:00 UTC ngày 15/1/2026").And.Contain("/undo-deletion?token="));
    }

    [TestCase(1, null, "MyData.GracePeriod is an hour to 90 days")]
    [TestCase(60 * 24 * 91, null, "MyData.GracePeriod is an hour to 90 days")]
    [TestCase(-1, null, "MyData.GracePeriod is an hour to 90 days")]
    [TestCase(60, "ftp://app.example/undo", "MyData.UndoUrl is an absolute http or https address")]
    public void A_host_does_not_start_with_what_leads_nowhere(int minutes, string? page, string sentence) =>
        Assert.That(() => TestHost.StartAsync(OwnerRequests.Plan.And(new() { Options = options => (options.MyData.GracePeriod, options.MyData.UndoUrl) = (TimeSpan.FromMinutes(minutes), page is null ? null : new Uri(page)) })), Throws.TypeOf<OptionsValidationException>().With.Message.Contains(sentence));
}
