using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>ASVS 5.0 V3.4.2, RFC 9700 §2.6 and §4.18: no page of another origin reads what it may not, and none ever with cookies.</summary>
internal sealed class CrossOriginTests
{
    private static readonly OAuthClient App = new("spa", null, "https://spa.example/callback");
    private static readonly OAuthClient Other = new("other-spa", null, "https://other.example/callback");

    private static HostPlan Plan { get; } = new()
    {
        Cors = _ => { },
        Options = options =>
        {
            options.OAuth.InitialAccessTokens.Clear();
            options.Clients.Add(App.Listed(client => client.AllowedOrigins.Add("https://spa.example")));
            options.Clients.Add(Other.Listed(client => client.AllowedOrigins.Add("https://other.example")));
        },
    };

    [TestCase("null")]
    [TestCase("https://spa.example.evil.example")]
    [TestCase("https://evilspa.example")]
    [TestCase("https://spa.example:8443")]
    [TestCase("http://spa.example")]
    [TestCase("https://sub.spa.example")]
    [TestCase("HTTPS://SPA.EXAMPLE")]
    [TestCase("https://spa.example, https://evil.example")]
    [TestCase("*")]
    public async Task An_origin_that_is_like_a_client_s_is_not_the_client_s(string origin)
    {
        await using var host = await TestHost.StartAsync(Plan);

        var preflight = await host.SendAsync(HttpMethod.Options, "/token", content: null, ("Origin", origin), ("Access-Control-Request-Method", "POST"));
        var answer = await TokenAsync(host, App, origin);

        AssertClosed(preflight);
        AssertClosed(answer);
    }

    [Test]
    public async Task The_null_origin_is_nobody_s_where_anybody_may_register()
    {
        await using var host = await TestHost.StartAsync(Plan.And(new() { Options = options => options.OAuth.OpenRegistration = true }));

        AssertClosed(await host.SendAsync(HttpMethod.Options, "/register", content: null, ("Origin", "null"), ("Access-Control-Request-Method", "POST")));
        AssertClosed(await host.PostJsonAsync("/register", """{"redirect_uris":["https://spa.example/callback"]}""", ("Origin", "null")));
    }

    [Test]
    public async Task The_origin_of_one_client_reads_nothing_of_another_s()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var tokens = await OAuthTokens.ObtainAsync(host, App);

        AssertClosed(await TokenAsync(host, App, "https://other.example"));
        AssertClosed(await host.GetAsync("/userinfo", ("Origin", "https://other.example"), Requests.Bearer(tokens.Access)));
    }

    [TestCase("/authorize")]
    [TestCase("/signin")]
    [TestCase("/consent")]
    [TestCase("/signup")]
    [TestCase("/device")]
    [TestCase("/logout")]
    public async Task No_page_is_opened_whatever_the_host_s_default_says(string path)
    {
        await using var host = await TestHost.StartAsync(Plan with
        {
            Cors = app => app.UseCors(),
            Services = services => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins("https://spa.example").AllowCredentials().AllowAnyHeader().AllowAnyMethod())),
            Options = Plan.Options + (options => options.OAuth.AllowAnyOrigin = true),
        });

        AssertClosed(await host.SendAsync(HttpMethod.Options, path, content: null, ("Origin", "https://spa.example"), ("Access-Control-Request-Method", "POST")));
        AssertClosed(await host.GetAsync(path, ("Origin", "https://spa.example")));
    }

    [Test]
    public async Task Cookies_are_never_allowed_along()
    {
        await using var host = await TestHost.StartAsync(Plan.And(new() { Options = options => options.OAuth.AllowAnyOrigin = true }));

        foreach (var path in new[] { "/token", "/userinfo", "/revoke", "/register", "/par", "/.well-known/openid-configuration", "/.well-known/jwks.json" })
        {
            var preflight = await host.SendAsync(HttpMethod.Options, path, content: null, ("Origin", "https://spa.example"), ("Access-Control-Request-Method", "POST"));
            var answer = await host.GetAsync(path, ("Origin", "https://spa.example"));
            Assert.That((preflight.Header("Access-Control-Allow-Credentials"), answer.Header("Access-Control-Allow-Credentials")), Is.EqualTo(((string?)null, (string?)null)), path);
        }
    }

    [TestCase("/introspect")]
    [TestCase("/register_client")]
    public async Task What_servers_alone_ask_is_opened_to_no_page(string path)
    {
        await using var host = await TestHost.StartAsync(Plan.And(new() { Options = options => options.OAuth.AllowAnyOrigin = true }));

        var preflight = await host.SendAsync(HttpMethod.Options, path, content: null, ("Origin", "https://spa.example"), ("Access-Control-Request-Method", "POST"));

        Assert.That((preflight.Status, preflight.Header("Access-Control-Allow-Origin")), Is.EqualTo((405, (string?)null)));
    }

    private static Task<Answer> TokenAsync(TestHost host, OAuthClient client, string origin) =>
        host.SendAsync(HttpMethod.Post, "/token", new FormUrlEncodedContent([new("grant_type", "refresh_token"), new("refresh_token", "none"), new("client_id", client.Id)]), ("Origin", origin));

    private static void AssertClosed(Answer answer) => Assert.That(answer.Headers.Keys, Has.None.StartsWith("Access-Control-"));
}
