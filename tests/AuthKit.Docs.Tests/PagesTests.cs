using System.Net;
using AuthKit.AuthorizationServer;
using AuthKit.Docs.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Docs.Tests;

/// <summary>What <c>docs/pages.md</c> shows does what the page says.</summary>
public sealed class PagesTests
{
    private const string Password = "correct horse battery";

    [Test]
    public async Task A_name_and_a_language_are_shown()
    {
        await using var host = await StartAsync(PageHosts.NamesAndLanguages);

        var page = await host.Client.GetStringAsync("/signin");
        using var german = new HttpRequestMessage(HttpMethod.Get, "/signin") { Headers = { { "Accept-Language", "de" } } };
        using var answer = await host.Client.SendAsync(german);

        Assert.That(page, Does.Contain("<h1>Welcome back</h1>").And.Contain("Northwind"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("<h1>Anmelden</h1>"));
    }

    [Test]
    public async Task A_sign_in_page_of_the_host_s_own_signs_in()
    {
        await using var host = await StartAsync(builder =>
        {
            PageHosts.OwnPages(builder);
            PageHosts.Cookie(builder);
        });
        await Flows.Register.RunAsync(host.Services, new("anna@example.com", Password), new() { ClientId = "oauth" }, CancellationToken.None);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Client.BaseAddress };

        using var asked = await browser.GetAsync(new Uri("/device", UriKind.Relative));
        var page = asked.Headers.Location!.ToString();
        using var signedIn = await browser.GetAsync(new Uri($"{page}&name=anna@example.com&password={Uri.EscapeDataString(Password)}", UriKind.Relative));

        Assert.That(page, Is.EqualTo("/account/sign-in?return_url=%2Fdevice"));
        Assert.That((signedIn.StatusCode, signedIn.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Redirect, "/device")));
        Assert.That(await browser.GetStringAsync(new Uri("/device", UriKind.Relative)), Does.Contain("anna@example.com"));
    }

    private static Task<RunningHost> StartAsync(Action<WebApplicationBuilder> configure) => RunningHost.StartAsync(
        (builder, database) =>
        {
            configure(builder);
            builder.Services.AddAuthKit(o => o.Issuer = "https://app.example").AddContract<OAuthContract>().UseSqlite(database("pages"));
        },
        app => app.MapGet("/account/sign-in", (HttpContext http, string name, string password, string return_url, CancellationToken cancellationToken) =>
            SignInEndpoint.PostAsync(http, name, password, return_url, cancellationToken)));
}
