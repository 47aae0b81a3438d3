using System.Net;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.Protection;

/// <summary>ASVS 5.0 V3.3 and V3.4: what headers and cookies promise.</summary>
internal sealed class HeaderTests
{
    [Test]
    public async Task Keys_may_be_kept_for_a_while_and_are_read_as_nothing_else()
    {
        var host = await SharedHost.GetAsync();

        var keys = await host.GetAsync("/.well-known/jwks.json");

        Assert.That((keys.Header("Cache-Control"), keys.Header("X-Content-Type-Options")), Is.EqualTo(("public, max-age=300", "nosniff")));
    }

    [Test]
    public async Task A_refusal_of_the_hosts_own_endpoint_is_read_as_nothing_else()
    {
        var host = await SharedHost.GetAsync();

        foreach (var answer in new[] { await host.GetAsync("/me"), await host.MeAsync("any") })
            Assert.That((answer.Status, answer.Header("X-Content-Type-Options"), answer.Header("Cache-Control")), Is.EqualTo((401, "nosniff", "no-store")));
    }

    [TestCase("/.well-known/jwks.json")]
    [TestCase("/.well-known/openid-configuration")]
    [TestCase("/me")]
    [TestCase("/api/v1/login")]
    [TestCase("/User/GetUser")]
    public async Task What_is_no_page_loads_nothing_and_is_framed_by_nobody(string path)
    {
        var host = await SharedHost.GetAsync();

        Assert.That((await host.GetAsync(path)).Header("Content-Security-Policy"), Is.EqualTo("default-src 'none'; frame-ancestors 'none'; base-uri 'none'"));
    }

    [TestCase("", "__Host-", "path=/")]
    [TestCase("/auth", "__Secure-", "path=/auth")]
    public async Task Over_https_cookies_have_the_prefix_that_a_browser_holds_them_to(string pathBase, string prefix, string path)
    {
        await using var host = await PageHost.WithAccountAsync(new() { Services = services => services.AddSingleton<IStartupFilter>(new BehindProxy(pathBase)) });
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };
        using var page = await http.GetAsync(new Uri("/signin", UriKind.Relative));
        var form = Form.Of(await Answer.ReadAsync(page));
        var csrf = page.Headers.GetValues("Set-Cookie").Single();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/signin")
        {
            Content = new FormUrlEncodedContent(form.Hidden.Append(("identifier", Speaker.Email)).Append(("password", Speaker.Password)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        request.Headers.Add("Cookie", csrf.Split(';')[0]);

        using var signedIn = await http.SendAsync(request);

        Assert.That(signedIn.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        var cookies = signedIn.Headers.GetValues("Set-Cookie").ToArray();
        var (cookie, device) = (cookies.Single(set => set.Contains("authkit=", StringComparison.Ordinal)), cookies.Single(set => set.Contains("authkit-device=", StringComparison.Ordinal)));
        foreach (var (set, name) in new[] { (csrf, "authkit.csrf"), (cookie, "authkit"), (device, "authkit-device") })
            Assert.That(set, Does.StartWith($"{prefix}{name}=").And.Contain($"{path};").And.Contain("secure").And.Contain("httponly").And.Contain("samesite=lax").And.Not.Contain("domain"));
        using var who = new HttpRequestMessage(HttpMethod.Get, "/signin");
        who.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var known = await http.SendAsync(who);
        Assert.That(await known.Content.ReadAsStringAsync(), Does.Contain("You are signed in"));
    }

    /// <summary>What a proxy tells of how the browser came, before anything else hears of the request.</summary>
    private sealed class BehindProxy(string pathBase) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext http, RequestDelegate then) =>
            {
                (http.Request.Scheme, http.Request.PathBase) = ("https", pathBase);
                return then(http);
            });
            next(app);
        };
    }

    [Test]
    public async Task The_hosts_own_forms_keep_the_hosts_settings()
    {
        await using var host = await PageHost.WithAccountAsync(new()
        {
            Map = app =>
            {
                // As some hosts do for each request, so that their scripts find a token.
                app.Use((http, next) =>
                {
                    http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
                    return next();
                });
                app.MapGet("/own/form", (HttpContext http, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(http).RequestToken);
            },
        });
        using var browser = new Browser(host);

        Assert.That(host.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.SameSite, Is.EqualTo(SameSiteMode.Strict));
        Assert.That((await browser.OpenAsync("/own/form")).Body, Is.Not.Empty);
        Assert.That((await browser.SignInAsync(await browser.OpenAsync("/signin"))).Body, Does.Contain("You are signed in"));
    }
}
