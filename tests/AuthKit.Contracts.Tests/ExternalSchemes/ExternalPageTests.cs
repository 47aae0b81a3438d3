using AuthKit.Contracts.Tests.Features;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Features;
using AuthKit.SignIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.ExternalSchemes;

/// <summary>People sign in to the authorization server's own pages through a provider's.</summary>
internal sealed class ExternalPageTests
{
    private const string Kim = "kim@corp.example";

    [TestCase("en", "Continue with Corp &amp; Co")]
    [TestCase("vi", "Tiếp tục với Corp &amp; Co")]
    public async Task The_sign_in_page_leads_to_each_provider(string language, string label)
    {
        await using var hosts = await TwoHosts.StartAsync();
        using var browser = new Browser(hosts.App, language);
        var page = await browser.OpenAsync("/signin");
        Assert.That(page.Body, Does.Contain($"href=\"/external-sign-in?provider=corp\">{label}"));
    }

    [Test]
    public async Task Somebody_signs_in_and_goes_on_to_where_they_wanted()
    {
        await using var hosts = await TwoHosts.StartAsync(plan: PageHost.Plan);
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim);
        var start = $"/external-sign-in?provider=corp&return_url={Uri.EscapeDataString(PageHost.Authorize())}";

        var (_, next) = await person.GoAsync(new(hosts.App.Address, start), until: new(PageHost.Redirect));

        Assert.That(next, Is.Not.Null, string.Join('\n', person.Visited));
        Assert.That(next!.Query, Does.Contain("code="));
        var (signedIn, _) = await person.GoAsync(new(hosts.App.Address, "/signin"));
        Assert.That(signedIn.Body, Does.Contain(Kim));
    }

    [Test]
    public async Task Who_says_no_at_the_provider_is_told_and_has_a_way_on()
    {
        await using var hosts = await TwoHosts.StartAsync();
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim, decision: "deny");

        var (page, _) = await person.GoAsync(new(hosts.App.Address, "/external-sign-in?provider=corp&ui_locales=en"));

        Assert.That(page.Status, Is.EqualTo(400));
        Assert.That(page.Body, Does.Contain("Corp &amp; Co has not confirmed who you are.").And.Contain("href=\"/signin?ui_locales=en\""));
    }

    [Test]
    public async Task Who_has_an_account_is_told_to_look_into_the_mail()
    {
        await using var hosts = await TwoHosts.StartAsync();
        await hosts.RegisterProvedAsync(Kim);
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim);

        var (page, _) = await person.GoAsync(new(hosts.App.Address, "/external-sign-in?provider=corp"));
        await hosts.NextLinkAsync(Kim);

        Assert.That(page.Status, Is.EqualTo(400));
        Assert.That(page.Body, Does.Contain("Open the link that was mailed to it, then sign in again."));
        Assert.That((await person.AskAsync(new(hosts.App.Address, "/signin"))).Body, Does.Not.Contain("Signed in").And.Contain("name=\"identifier\""));
    }

    [Test]
    public async Task An_account_with_a_second_factor_is_asked_for_it()
    {
        await using var host = await TestHost.StartAsync(StandInScheme.Plan.And(new()
        {
            Services = static services => services.AddSingleton<ISecondFactor>(new EverybodysFactor()),
            Build = static builder => builder.AddFeature(new SecondFactorFeature()),
        }));
        using var browser = new Browser(host);
        var answer = await browser.AskAsync($"/external-sign-in?provider=corp&return_url={Uri.EscapeDataString("/device")}");
        while (answer.Header("Location") is { } next)
            answer = await browser.AskAsync(next);

        Assert.That(answer.Body, Does.Contain("action=\"/second-factor\"").And.Contain("name=\"return_url\" value=\"/device\""));
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("name=\"identifier\""), "Nobody is signed in yet.");

        var redeemed = await host.PostJsonAsync("/api/v1/external-sign-in", $$"""{"code":"{{await StandInScheme.TravelAsync(host)}}","code_verifier":"{{PageHost.Verifier}}"}""");
        Assert.That(redeemed.Status, Is.EqualTo(401), redeemed.Body);
        Assert.That(redeemed.Member("data.methods"), Is.EqualTo("""["everybodys"]"""));
    }

    [Test]
    public async Task A_provider_that_cannot_be_reached_is_said()
    {
        await using var hosts = await TwoHosts.StartAsync(handler: static client => client.Authority = "https://127.0.0.1:9");
        using var browser = new Browser(hosts.App);
        var page = await browser.AskAsync("/external-sign-in?provider=corp");
        Assert.That(page.Status, Is.EqualTo(503), page.Body);
        Assert.That(page.Body, Does.Contain("href=\"/signin\""));
        Assert.That(hosts.App.Logs.Text, Does.Contain("A sign-in through the scheme corp came to nothing"));
    }

    [Test]
    public async Task Another_site_leads_to_the_sign_in_page_and_not_past_it()
    {
        await using var hosts = await TwoHosts.StartAsync();
        var led = await hosts.App.GetAsync("/external-sign-in?provider=corp", ("Sec-Fetch-Site", "cross-site"));
        Assert.That((led.Status, led.Header("Location")), Is.EqualTo((303, "/signin")));
        Assert.That(led.Headers, Does.Not.ContainKey("Set-Cookie"));
    }

    [Test]
    public async Task An_identity_is_of_the_scheme_that_has_checked_it_whatever_the_sign_in_began_with()
    {
        await using var host = await TestHost.StartAsync(StandInScheme.Plan.And(new()
        {
            Build = static builder => builder.Services.AddAuthentication().AddRemoteScheme<StandInScheme.Settings, StandInScheme>("bank", "Bank", StandInScheme.Configure("/signin-bank")),
            // A page that sends browsers to one provider, and says that it is another.
            Map = static app => app.MapGet("/mixed", () => Results.Challenge(new(new Dictionary<string, string?> { ["authkit.provider"] = "bank" }) { RedirectUri = "/external-sign-in/return" }, [StandInScheme.Name])),
        }));
        using var browser = new Browser(host, "en");

        var answer = await browser.AskAsync("/mixed");
        while (answer.Header("Location") is { } next)
            answer = await browser.AskAsync(next);

        Assert.That(answer.Status, Is.EqualTo(400), answer.Body);
        Assert.That(answer.Body, Does.Contain("Bank has not confirmed who you are."));
        Assert.That((await browser.OpenAsync("/signin")).Body, Does.Contain("name=\"identifier\""));
    }

    [Test]
    public async Task The_cookie_on_the_way_is_gone_after_it()
    {
        await using var hosts = await TwoHosts.StartAsync();
        await hosts.KnowAsync(Kim);
        using var person = hosts.Somebody(Kim);
        await person.GoAsync(new(hosts.App.Address, "/external-sign-in?provider=corp"));

        var (again, _) = await person.GoAsync(new(hosts.App.Address, "/external-sign-in/return"));

        Assert.That(again.Status, Is.EqualTo(400));
        Assert.That(again.Body, Does.Contain("href=\"/signin\""));
    }
}
