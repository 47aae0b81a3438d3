using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Pages;

internal sealed class PasswordResetTests
{
    private const string Chosen = "another horse 8!";

    [Test]
    public async Task A_mailed_link_leads_to_a_new_password()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("href=\"/forgot-password\""));

        var sent = await browser.SubmitAsync(await browser.OpenAsync("/forgot-password"), ("email", Speaker.Email));
        var link = await host.Mails.NextLinkAsync(Speaker.Email);
        var done = await browser.SubmitAsync(await browser.OpenAsync(link.PathAndQuery), ("password", Chosen));

        Assert.That(sent.Body, Does.Contain("Check your email").And.Not.Contain(Speaker.Email));
        Assert.That(done.Body, Does.Contain("Your password has been set"));
        Assert.That((await browser.SignInAsync(await browser.OpenAsync("/signin"))).Status, Is.EqualTo(400));
        Assert.That((await browser.SignInAsync(await browser.OpenAsync("/signin"), Chosen)).Body, Does.Contain("You are signed in"));
    }

    [Test]
    public async Task An_unknown_address_is_told_the_same()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);

        var known = await browser.SubmitAsync(await browser.OpenAsync("/forgot-password"), ("email", Speaker.Email));
        var unknown = await browser.SubmitAsync(await browser.OpenAsync("/forgot-password"), ("email", "nobody@example.com"));

        Assert.That((unknown.Status, unknown.Body), Is.EqualTo((known.Status, known.Body)));
    }

    [Test]
    public async Task A_link_works_once()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await browser.SubmitAsync(await browser.OpenAsync("/forgot-password"), ("email", Speaker.Email));
        var form = await browser.OpenAsync((await host.Mails.NextLinkAsync(Speaker.Email)).PathAndQuery);
        await browser.SubmitAsync(form, ("password", Chosen));

        var again = await browser.SubmitAsync(form, ("password", Chosen));
        var none = await browser.SubmitAsync(await browser.OpenAsync("/reset-password?token=nonsense"), ("password", Chosen));

        foreach (var refused in new[] { again, none })
        {
            Assert.That(refused.Status, Is.EqualTo(400));
            Assert.That(refused.Body, Does.Contain("role=\"alert\"><p>This link is not valid.").And.Contain("href=\"/forgot-password\""));
        }
    }

    [Test]
    public async Task What_is_wrong_with_a_field_is_said_beside_it()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host, "vi");
        var noAddress = await browser.SubmitAsync(await browser.OpenAsync("/forgot-password"), ("email", "nobody"));
        await browser.SubmitAsync(noAddress, ("email", Speaker.Email));

        var weak = await browser.SubmitAsync(await browser.OpenAsync((await host.Mails.NextLinkAsync(Speaker.Email)).PathAndQuery), ("password", "short"));
        var done = await browser.SubmitAsync(weak, ("password", Chosen));

        Assert.That(noAddress.Status, Is.EqualTo(400));
        Assert.That(noAddress.Body, Does.Contain("id=\"email-error\">Địa chỉ email không hợp lệ."));
        Assert.That(weak.Body, Does.Contain("id=\"password-error\">Dùng ít nhất 8 ký tự.").And.Not.Contain("value=\"short\""));
        Assert.That(done.Body, Does.Contain("Mật khẩu của bạn đã được đặt"));
    }

    [Test]
    public async Task A_reset_ends_what_browsers_are_signed_in()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var elsewhere = new Browser(host);
        await elsewhere.SignInAsync(await elsewhere.OpenAsync("/signin"));
        using var browser = new Browser(host);
        await browser.SubmitAsync(await browser.OpenAsync("/forgot-password"), ("email", Speaker.Email));

        await browser.SubmitAsync(await browser.OpenAsync((await host.Mails.NextLinkAsync(Speaker.Email)).PathAndQuery), ("password", Chosen));

        Assert.That((await elsewhere.OpenAsync("/signin")).Body, Does.Contain("name=\"password\""));
    }
}
