using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>A mailed link leads somewhere, whatever contract the host serves.</summary>
internal sealed class ResetPageOfItsOwnTests
{
    private const string Chosen = "another horse 8!";

    private static IEnumerable<string> Contracts => Speaker.All.Select(speaker => speaker.Contract).Where(contract => contract != "oauth");

    [TestCaseSource(nameof(Contracts))]
    public async Task Its_link_sets_a_password(string contract)
    {
        await using var host = await TestHost.StartAsync(new() { Mapping = app => app.MapAuthKit(contract) });
        await Flows.Register.RunAsync(host.Services, new(Speaker.Email, Speaker.Password), new() { ClientId = contract }, default);
        using var browser = new Browser(host);
        await browser.SubmitAsync(await browser.OpenAsync("/forgot-password"), ("email", Speaker.Email));
        var link = await host.Mails.NextLinkAsync(Speaker.Email);

        var weak = await browser.SubmitAsync(await browser.OpenAsync(link.PathAndQuery), ("password", "short"));
        var done = await browser.SubmitAsync(weak, ("password", Chosen));

        Assert.That(weak.Body, Does.Contain("at least 8 characters"));
        Assert.That(done.Status, Is.EqualTo(200));
        Assert.That(done.Body, Does.Contain("Your password has been set").And.Not.Contain("/signin"));
        Assert.That((await Flows.Login.RunAsync(host.Services, new(Speaker.Email, Chosen), new() { ClientId = contract }, default)).Succeeded(out _, out _));
    }

    [Test]
    public async Task What_the_link_carries_is_what_the_default_contract_wants()
    {
        await using var host = await TestHost.StartAsync();
        await Pair.RegisterAsync(host);
        await LaravelSpeaker.RequestResetAsync(host);
        var sent = System.Web.HttpUtility.ParseQueryString((await host.Mails.NextLinkAsync(Speaker.Email)).Query);

        Assert.That((await LaravelSpeaker.ResetAsync(host, sent["token"]!, Chosen, sent["email"]!)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task The_hosts_own_endpoint_comes_first_and_a_page_of_its_own_elsewhere_alone()
    {
        await using var first = await TestHost.StartAsync(new() { Mapping = app => app.MapAuthKit("laravel"), Map = app => app.MapGet("/reset-password", () => "mine") });
        await using var alone = await TestHost.StartAsync(new() { Mapping = app => app.MapAuthKit("laravel"), Options = options => options.Mail.ResetUrl = new("https://app.example/reset") });

        Assert.That((await first.GetAsync("/reset-password")).Body, Is.EqualTo("mine"));
        Assert.That((await alone.GetAsync("/reset-password")).Status, Is.EqualTo(404));
    }

    [TestCase("http://127.0.0.1:7311", "http://127.0.0.1:7311/reset-password")]
    [TestCase("https://*:7311;http://localhost:1", "https://localhost:7311/reset-password")]
    [TestCase(null, "http://localhost:5000/reset-password")]
    public void In_Development_links_lead_to_where_the_host_listens(string? urls, string page)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration["urls"] = urls;
        builder.Services.AddAuthKit(options => options.Issuer = "https://app.example").UseSqlite("Data Source=app.db");
        using var services = builder.Services.BuildServiceProvider();

        Assert.That(services.GetRequiredService<Microsoft.Extensions.Options.IOptions<AuthKitOptions>>().Value.Mail.ResetUrl, Is.EqualTo(new Uri(page)));
    }
}
