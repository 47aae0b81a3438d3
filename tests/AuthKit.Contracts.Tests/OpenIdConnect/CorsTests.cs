using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>Pages of other origins call the server with nothing of the host (CORS; Fetch Standard §3.2).</summary>
internal sealed class CorsTests
{
    private const string Spa = "https://spa.example";

    private static readonly OAuthClient App = new("spa", null, "https://spa.example/callback");

    /// <summary>A host without CORS middleware, and an app in a browser.</summary>
    private static HostPlan Plan { get; } = new()
    {
        Cors = _ => { },
        Options = options => options.Clients.Add(App.Listed(client => client.AllowedOrigins.Add(Spa))),
    };

    [TestCase("/token", "POST")]
    [TestCase("/userinfo", "GET, POST")]
    [TestCase("/revoke", "POST")]
    [TestCase("/par", "POST")]
    [TestCase("/device_authorization", "POST")]
    [TestCase("/register", "POST")]
    [TestCase("/api", "POST")]
    public async Task A_browser_that_asks_first_is_told_what_the_page_may_send(string path, string methods)
    {
        await using var host = await TestHost.StartAsync(Plan);

        var answer = await PreflightAsync(host, path, Spa);

        Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin")), Is.EqualTo((204, Spa)));
        Assert.That(answer.Header("Access-Control-Allow-Methods")!.Split(','), Is.EquivalentTo(methods.Split(", ")));
        Assert.That(answer.Header("Access-Control-Allow-Headers")!.Split(','), Is.EquivalentTo(new[] { "Authorization", "Content-Type", "DPoP" }));
        Assert.That((answer.Header("Access-Control-Max-Age"), answer.Header("Vary"), answer.Body), Is.EqualTo(("600", "Origin", "")));
        Assert.That(answer.Header("Access-Control-Allow-Credentials"), Is.Null);
    }

    [TestCase("/.well-known/openid-configuration")]
    [TestCase("/.well-known/oauth-authorization-server")]
    [TestCase("/.well-known/jwks.json")]
    public async Task What_is_published_is_read_from_everywhere(string path)
    {
        await using var host = await TestHost.StartAsync(Plan);

        var preflight = await PreflightAsync(host, path, "https://anywhere.example", "GET");
        var answer = await host.GetAsync(path, ("Origin", "https://anywhere.example"));

        Assert.That((preflight.Status, preflight.Header("Access-Control-Allow-Origin"), preflight.Header("Access-Control-Allow-Methods")), Is.EqualTo((204, "*", "GET")));
        Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin")), Is.EqualTo((200, "*")));
    }

    [Test]
    public async Task The_page_of_a_client_redeems_its_code_reads_the_user_and_learns_that_its_token_is_over()
    {
        await using var host = await TestHost.StartAsync(Plan);
        await new OAuthSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(App);

        var redeemed = await PostAsync(host, "/token", Spa, [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", App.RedirectUri), ("code_verifier", Authorizing.Verifier), .. App.Fields]);
        var access = redeemed.Member("access_token")!;
        var user = await host.GetAsync("/userinfo", ("Origin", Spa), Requests.Bearer(access));
        await PostAsync(host, "/revoke", Spa, [("token", access), .. App.Fields]);
        var over = await host.GetAsync("/userinfo", ("Origin", Spa), Requests.Bearer(access));

        foreach (var (answer, status) in new[] { (redeemed, 200), (user, 200), (over, 401) })
        {
            Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin"), answer.Header("Vary")), Is.EqualTo((status, Spa, "Origin")), answer.Body);
            Assert.That(answer.Header("Access-Control-Expose-Headers"), Is.EqualTo("WWW-Authenticate,DPoP-Nonce"));
        }
    }

    [Test]
    public async Task What_cannot_be_read_is_said_to_the_page_too()
    {
        await using var host = await TestHost.StartAsync(Plan);

        var answer = await host.SendAsync(HttpMethod.Post, "/token", new StringContent("{"), ("Origin", Spa));

        Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin")), Is.EqualTo((415, Spa)));
    }

    [TestCase(true, "https://new.example", "https://new.example")]
    [TestCase(false, "https://new.example", null)]
    [TestCase(false, Spa, Spa)]
    public async Task A_page_registers_where_anybody_may_and_a_listed_one_where_it_has_a_token(bool open, string origin, string? allowed)
    {
        await using var host = await TestHost.StartAsync(Plan.And(new() { Options = options => options.OAuth.OpenRegistration = open }));

        var answer = await host.PostJsonAsync("/register", """{"redirect_uris":["https://new.example/callback"],"token_endpoint_auth_method":"none"}""", ("Origin", origin), Requests.Bearer(OAuthClients.InitialAccessToken));

        Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin")), Is.EqualTo((201, allowed)));
    }

    [Test]
    public async Task A_client_that_registered_itself_has_the_origins_of_its_redirect_addresses()
    {
        await using var host = await TestHost.StartAsync(Plan);
        var registered = await host.PostJsonAsync("/register", """{"redirect_uris":["https://new.example:8443/callback","com.example.new:/callback"],"token_endpoint_auth_method":"none"}""", Requests.Bearer(OAuthClients.InitialAccessToken));
        var fields = new[] { ("grant_type", "refresh_token"), ("refresh_token", "none"), ("client_id", registered.Member("client_id")!) };

        Assert.That((await PreflightAsync(host, "/token", "https://new.example:8443")).Header("Access-Control-Allow-Origin"), Is.EqualTo("https://new.example:8443"));
        Assert.That((await PostAsync(host, "/token", "https://new.example:8443", fields)).Header("Access-Control-Allow-Origin"), Is.EqualTo("https://new.example:8443"));
        Assert.That((await PostAsync(host, "/token", Spa, fields)).Header("Access-Control-Allow-Origin"), Is.Null);
    }

    [Test]
    public async Task A_host_may_open_all_of_it_to_all()
    {
        await using var host = await TestHost.StartAsync(Plan.And(new() { Options = options => options.OAuth.AllowAnyOrigin = true }));

        Assert.That((await PreflightAsync(host, "/token", "https://anywhere.example")).Header("Access-Control-Allow-Origin"), Is.EqualTo("*"));
        Assert.That((await PostAsync(host, "/token", "https://anywhere.example", [("grant_type", "refresh_token")])).Header("Access-Control-Allow-Origin"), Is.EqualTo("*"));
    }

    [TestCase("https://own.example", "https://own.example")]
    [TestCase(Spa, Spa)]
    [TestCase("https://anywhere.example", null)]
    public async Task A_host_s_own_policy_stays_in_force_beside_it_and_nothing_is_written_twice(string origin, string? allowed)
    {
        await using var host = await TestHost.StartAsync(Plan with
        {
            Cors = app => app.UseCors(),
            Services = services => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins("https://own.example", "https://own2.example").AllowAnyHeader().AllowAnyMethod())),
            Options = options =>
            {
                Plan.Options(options);
                options.OAuth.InitialAccessTokens.Clear();
            },
        });

        var preflight = await PreflightAsync(host, "/token", origin);
        var answer = await PostAsync(host, "/token", origin, [("grant_type", "refresh_token"), .. App.Fields]);

        Assert.That((preflight.Status, preflight.Header("Access-Control-Allow-Origin")), Is.EqualTo((204, allowed)));
        Assert.That((answer.Status, answer.Header("Access-Control-Allow-Origin"), answer.Header("Vary")), Is.EqualTo((400, allowed, "Origin")));
    }

    [TestCase("https://spa.example/")]
    [TestCase("https://spa.example/app")]
    [TestCase("https://*.example")]
    [TestCase("https://SPA.example")]
    [TestCase("https://spa.example:443")]
    [TestCase("http://spa.example")]
    [TestCase("spa.example")]
    [TestCase("null")]
    [TestCase("*")]
    [TestCase("")]
    public void A_host_does_not_start_with_an_origin_that_no_browser_sends(string origin)
    {
        var plan = new HostPlan { Options = options => options.Clients.Add(App.Listed(client => client.AllowedOrigins.Add(origin))) };

        Assert.That(async () => await TestHost.StartAsync(plan), Throws.Exception.With.Message.Contains($"the origin '{origin}', which no browser would send"));
    }

    private static Task<Answer> PreflightAsync(TestHost host, string path, string origin, string method = "POST") =>
        host.SendAsync(HttpMethod.Options, path, content: null, ("Origin", origin), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "authorization,content-type"));

    private static Task<Answer> PostAsync(TestHost host, string path, string origin, (string Name, string Value)[] fields) =>
        host.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), ("Origin", origin));
}
