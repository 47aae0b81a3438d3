using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Pages;

internal sealed class SignUpTests
{
    [Test]
    public async Task A_new_account_is_signed_in_and_goes_on()
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);
        var page = await browser.OpenAsync("/signup?return_url=" + Uri.EscapeDataString(PageHost.Authorize()));
        Assert.That(page.Body, Does.Contain("to continue to The Shop"));

        var consent = await browser.SubmitAsync(page, ("email", Speaker.Email), ("password", Speaker.Password), ("username", ""), ("given_name", "Ánh"), ("family_name", "Nguyễn"));

        Assert.That(consent.Body, Does.Contain("would like access").And.Contain(Speaker.Email));
    }

    [Test]
    public async Task A_form_that_is_sent_twice_signs_in_twice()
    {
        await using var host = await PageHost.StartAsync();
        using var browser = new Browser(host);
        var page = await browser.OpenAsync("/signup?return_url=" + Uri.EscapeDataString(PageHost.Authorize()));

        var consents = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ClickAsync()));

        foreach (var consent in consents)
            Assert.That(consent.Body, Does.Contain("would like access").And.Contain(Speaker.Email));

        // Before the browser has had an answer.
        async Task<Answer> ClickAsync()
        {
            using var before = new Browser(host);
            before.Cookies.Add(browser.Cookies.GetAllCookies());
            return await before.SubmitAsync(page, ("email", Speaker.Email), ("password", Speaker.Password), ("username", "anna"));
        }
    }

    [Test]
    public async Task Each_field_says_what_is_wrong_with_it()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var form = await browser.OpenAsync("/signup");

        var broken = await browser.SubmitAsync(form, ("email", "nobody"), ("password", "short"), ("username", "a b"), ("given_name", "<b>"));
        var taken = await browser.SubmitAsync(broken, ("email", Speaker.Email), ("password", "another horse 8!"), ("username", ""), ("given_name", ""));

        Assert.That(broken.Status, Is.EqualTo(400));
        Assert.That(broken.Body, Does.Contain("id=\"email-error\">This is not a valid email address.")
            .And.Contain("id=\"password-error\">Use at least 8 characters.")
            .And.Contain("id=\"username-error\">This contains characters that are not allowed.")
            .And.Contain("value=\"&lt;b&gt;\"")
            .And.Not.Contain("short"));
        Assert.That(taken.Body, Does.Contain("id=\"email-error\">This is already in use."));
    }
}
