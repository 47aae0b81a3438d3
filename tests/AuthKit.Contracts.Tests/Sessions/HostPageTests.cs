using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Records;
using AuthKit.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Contracts.Tests.Sessions;

/// <summary>A page of the host's own that knows people by the pages' cookie.</summary>
internal sealed class HostPageTests
{
    private bool _broken;

    [Test]
    public async Task It_notices_a_sign_out()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        using var stolen = new Browser(host);
        stolen.Cookies.Add(browser.Cookies.GetAllCookies());
        Assert.That((await stolen.AskAsync("/account")).Status, Is.EqualTo(200));

        await browser.SubmitAsync(await browser.OpenAsync("/logout"));

        Assert.That((await stolen.AskAsync("/account")).Status, Is.EqualTo(302));
    }

    [Test]
    public async Task It_notices_a_reset_by_another_node_within_the_check_interval()
    {
        await using var host = await StartAsync();
        await using var other = await TestHost.StartAsync(PageHost.Plan with { Shared = host.Databases });
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        Assert.That((await browser.AskAsync("/account")).Status, Is.EqualTo(200));

        await LaravelSpeaker.RequestResetAsync(other);
        await LaravelSpeaker.ResetAsync(other, await other.Mails.NextTokenAsync(Speaker.Email), "another horse 8!");
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That((await browser.AskAsync("/account")).Status, Is.EqualTo(302));
    }

    [Test]
    public async Task While_the_store_is_away_nobody_is_let_in_or_sent_to_sign_in()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        _broken = true;
        var answer = await browser.AskAsync("/account");
        _broken = false;

        Assert.That((answer.Status, answer.Header("Retry-After")), Is.EqualTo((503, "1")));
        Assert.That((await browser.AskAsync("/account")).Status, Is.EqualTo(200));
    }

    private Task<TestHost> StartAsync() => PageHost.WithAccountAsync(new()
    {
        Build = builder => WatchedStore.Watch(builder, _ =>
        {
            if (_broken)
                throw new StoreUnavailableException("It is away.");
        }),
        Map = app => app.MapGet("/account", (HttpContext http) => http.User.FindFirst("sub")!.Value)
            .RequireAuthorization(policy => policy.AddAuthenticationSchemes(AuthKitDefaults.BrowserScheme).RequireAuthenticatedUser()),
    });
}
