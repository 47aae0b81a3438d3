using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9700 §4.4, RFC 9207: a client that knows several servers can tell which of them has answered.</summary>
internal sealed class MixUpTests
{
    [TestCase("allow", "code")]
    [TestCase("deny", "error")]
    public async Task Every_answer_says_whose_it_is(string decision, string parameter)
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var discovery = await host.GetAsync("/.well-known/openid-configuration");
        var consent = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize()));

        var told = PageHost.ToClient(await browser.SubmitAsync(consent, ("decision", decision)));

        Assert.That(told, Does.ContainKey(parameter));
        Assert.That(told["iss"], Is.EqualTo(discovery.Member("issuer")));
        Assert.That(discovery.Json.GetProperty("authorization_response_iss_parameter_supported").GetBoolean(), Is.True);
    }
}
