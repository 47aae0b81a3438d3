using AuthKit.Contracts.Tests.Harness;
using static AuthKit.Contracts.Tests.Harness.OAuthApis;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>RFC 8707 §2.1: interfaces that are named with a browser's request, which the user is asked for by their scopes.</summary>
internal sealed class ResourceTests
{
    private const string Named = "&resource=https%3A%2F%2Fauth.example%2Fnotes&resource=https%3A%2F%2Fpayroll.example";

    private static readonly string Request = PageHost.Authorize(("client_id", Desk.Id), ("redirect_uri", Desk.RedirectUri), ("scope", "openid diary.read payroll.pay"));

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task However_the_request_comes_both_are_asked_for_and_granted(string method)
    {
        await using var host = await PageHost.WithAccountAsync(Plan);
        using var browser = new Browser(host);
        var address = Request + Named;
        if (method == "POST")
        {
            using var form = new StringContent(address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..], null, "application/x-www-form-urlencoded");
            address = (await host.SendAsync(HttpMethod.Post, "/authorize", form)).Header("Location")!;
        }

        var consent = await browser.SignInAsync(await browser.OpenAsync(address));
        Assert.That(consent.Body, Does.Contain("Read your notes").And.Contain("payroll.pay"));
        var code = PageHost.ToClient(await browser.SubmitAsync(consent, ("decision", "allow")), Desk.RedirectUri)["code"]!;
        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, Desk, code, ("code_verifier", PageHost.Verifier)));

        Assert.That(AudienceOf(tokens.Access), Is.EqualTo(new[] { Notes, Payroll }));
    }

    [Test]
    public async Task Of_one_that_there_is_not_the_client_is_told()
    {
        await using var host = await PageHost.WithAccountAsync(Plan);
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync(Request + Named));

        var told = PageHost.ToClient(await browser.OpenAsync($"{Request}&resource=https%3A%2F%2Funknown.example"), Desk.RedirectUri);

        Assert.That(told["error"], Is.EqualTo("invalid_target"));
    }

    [Test]
    public async Task Nothing_else_that_is_posted_may_come_twice()
    {
        await using var host = await PageHost.WithAccountAsync(Plan);
        using var form = new StringContent("client_id=desk&client_id=desk", null, "application/x-www-form-urlencoded");
        using var other = new StringContent("resource=a&resource=a", null, "application/x-www-form-urlencoded");

        Assert.That((await host.SendAsync(HttpMethod.Post, "/authorize", form)).Status, Is.EqualTo(400));
        Assert.That((await host.SendAsync(HttpMethod.Post, "/signin", other)).Status, Is.EqualTo(400));
    }
}
