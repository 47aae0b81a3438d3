using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>The link in a mail leads to the host's page, whoever asked for it.</summary>
internal sealed class MailLinkTests
{
    [Test]
    public async Task It_is_absolute_and_under_the_issuer()
    {
        await using var host = await TestHost.StartAsync();

        var link = await MailedAsync(host);

        Assert.That(link.GetLeftPart(UriPartial.Path), Is.EqualTo($"{TestHost.Issuer}/reset-password"));
        Assert.That(link.Query, Does.Match(@"^\?token=[\w-]{22}\.[\w-]{43}&email=anna%40example\.com$"));
    }

    [Test]
    public async Task It_keeps_the_query_of_the_hosts_page_and_is_encoded()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Mail.ResetUrl = new("https://app.example/đặt lại/mật khẩu?lang=vi&from=a%26b") });

        var link = await MailedAsync(host);

        Assert.That(link.AbsoluteUri, Does.Match(@"^https://app\.example/%C4%91%E1%BA%B7t%20l%E1%BA%A1i/m%E1%BA%ADt%20kh%E1%BA%A9u\?lang=vi&from=a%26b&token=[\w-]{22}\.[\w-]{43}&email=anna%40example\.com$"));
    }

    [Test]
    public async Task A_Host_header_does_not_lead_it_astray()
    {
        await using var host = await TestHost.StartAsync();
        await Pair.RegisterAsync(host);

        await host.PostJsonAsync("/api/v1/password/email", $$"""{"email":"{{Speaker.Email}}"}""", ("Host", "attacker.example"), ("X-Forwarded-Host", "attacker.example"));

        Assert.That((await host.Mails.NextLinkAsync(Speaker.Email)).Host, Is.EqualTo("auth.example"));
    }

    [Test]
    public async Task The_mail_goes_to_the_address_of_the_account_not_to_that_of_the_request()
    {
        await using var host = await TestHost.StartAsync();
        await Pair.RegisterAsync(host);

        await LaravelSpeaker.RequestResetAsync(host, "ANNA@EXAMPLE.COM");

        Assert.That((await host.Mails.NextAsync()).To, Is.EqualTo(Speaker.Email));
    }

    private static async Task<Uri> MailedAsync(TestHost host)
    {
        await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        return await host.Mails.NextLinkAsync(Speaker.Email);
    }
}
