using AuthKit.Contracts.Tests.Harness;
using AuthKit.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Pages;

/// <summary>The pages' cookie opens the pages, and nothing of the host's.</summary>
internal sealed class SchemeTests
{
    [Test]
    public async Task Access_tokens_stay_what_the_host_s_endpoints_want()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        var pair = await Pair.RegisterAsync(host, "bert@example.com");

        Assert.That((await browser.AskAsync("/me")).Status, Is.EqualTo(401));
        Assert.That((await host.MeAsync(pair.Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_default_that_the_host_names_stays_the_default()
    {
        await using var host = await PageHost.StartAsync(new() { Services = services => services.AddAuthentication("theirs").AddCookie("theirs") });

        var schemes = host.Services.GetRequiredService<IAuthenticationSchemeProvider>();

        Assert.That((await schemes.GetDefaultAuthenticateSchemeAsync())!.Name, Is.EqualTo("theirs"));
    }

    [Test]
    public async Task The_only_scheme_of_a_host_stays_the_default()
    {
        await using var host = await PageHost.StartAsync(new()
        {
            Services = services => services.AddAuthentication().AddCookie("theirs", cookie => cookie.Events.OnRedirectToLogin = context =>
            {
                context.Response.StatusCode = 418;
                return Task.CompletedTask;
            }),
            Map = app => app.MapGet("/token", () => "let in").RequireAuthorization(policy => policy.AddAuthenticationSchemes(AuthKitDefaults.AuthenticationScheme).RequireAuthenticatedUser()),
        });
        var pair = await Pair.RegisterAsync(host, "bert@example.com");

        Assert.That((await host.GetAsync("/me")).Status, Is.EqualTo(418));
        Assert.That((await host.GetAsync("/token", Requests.Bearer(pair.Access))).Body, Is.EqualTo("let in"));
    }

    [Test]
    public async Task A_host_with_several_schemes_chooses_for_itself()
    {
        await using var host = await PageHost.StartAsync(new() { Services = services => services.AddAuthentication().AddCookie("one").AddCookie("other") });

        Assert.That(await host.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultAuthenticateSchemeAsync(), Is.Null);
    }

    [Test]
    public async Task Added_twice_it_is_there_once()
    {
        await using var host = await PageHost.StartAsync(new() { Build = builder => builder.Services.AddAuthKit() });

        var schemes = await host.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();

        Assert.That(schemes.Select(scheme => scheme.Name), Is.EquivalentTo(new[] { AuthKitDefaults.AuthenticationScheme, AuthKitDefaults.BrowserScheme }));
    }

    [Test]
    public async Task Nobody_can_make_a_cookie()
    {
        await using var host = await PageHost.WithAccountAsync();

        var page = await host.GetAsync("/signin", ("Cookie", "authkit=CfDJ8Invented"));

        Assert.That(page.Status, Is.EqualTo(200));
        Assert.That(page.Body, Does.Contain("current-password"));
    }
}
