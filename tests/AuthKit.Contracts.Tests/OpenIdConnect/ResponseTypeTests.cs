using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Contracts.Tests.Tokens;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>OpenID Connect Core 1.0 §3.2 and §3.3: an id token through the browser, with a code or without.</summary>
internal sealed class ResponseTypeTests
{
    private const string Nonce = "n-0S6_WzA2Mj";

    private static readonly OAuthClient Hybrid = new("hybrid", "hybrid-secret", PageHost.Redirect);

    [Test]
    public async Task An_id_token_alone_tells_by_the_fragment_what_the_scope_says()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);

        var told = await browser.SignInAsync(await browser.OpenAsync(Authorize("id_token")));

        var fragment = Fragment(told);
        Assert.That(fragment.Keys, Is.EquivalentTo(new[] { "id_token", "state", "iss" }));
        var token = new Forgery(fragment["id_token"]);
        Assert.That(token.Payload.Select(claim => claim.Key), Is.EquivalentTo(new[] { "iss", "aud", "sub", "sid", "iat", "exp", "auth_time", "acr", "amr", "nonce", "s_hash", "email", "email_verified" }));
        Assert.That((Text(token, "aud"), Text(token, "nonce"), Text(token, "email")), Is.EqualTo((Hybrid.Id, Nonce, Speaker.Email)));
        Assert.That(Text(token, "s_hash"), Is.EqualTo(Half("a state & more")));
        Assert.That(token.Header["alg"]!.GetValue<string>(), Is.EqualTo("RS256"));
    }

    [TestCase("code id_token")]
    [TestCase("id_token code")]
    public async Task An_id_token_beside_a_code_vouches_for_it(string responseType)
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);

        var fragment = Fragment(await browser.SignInAsync(await browser.OpenAsync(Authorize(responseType))));

        Assert.That(fragment.Keys, Is.EquivalentTo(new[] { "code", "id_token", "state", "iss" }));
        var front = new Forgery(fragment["id_token"]);
        Assert.That(front.Payload.Select(claim => claim.Key), Is.EquivalentTo(new[] { "iss", "aud", "sub", "sid", "iat", "exp", "auth_time", "acr", "amr", "nonce", "c_hash", "s_hash" }));
        Assert.That(Text(front, "c_hash"), Is.EqualTo(Half(fragment["code"])));
        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, Hybrid, fragment["code"]));
        var back = new Forgery(tokens.Id!);
        foreach (var claim in new[] { "iss", "aud", "sub", "sid", "nonce", "auth_time" })
            Assert.That(back.Payload[claim]!.ToJsonString(), Is.EqualTo(front.Payload[claim]!.ToJsonString()), claim);
        Assert.That(Text(back, "at_hash"), Is.EqualTo(Half(tokens.Access)));
    }

    [TestCase("id_token")]
    [TestCase("code id_token")]
    public async Task By_a_form_where_the_client_asks_for_that(string responseType)
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);

        var page = await browser.SignInAsync(await browser.OpenAsync(Authorize(responseType, ("response_mode", "form_post"))));

        Assert.That((page.Status, Form.Of(page).Action), Is.EqualTo((200, PageHost.Redirect)));
        Assert.That(Form.Of(page)["id_token"].Split('.'), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task A_second_click_on_a_pushed_request_gets_the_same_code_and_a_token_for_it()
    {
        await using var host = await StartAsync();
        var authorizing = new Authorizing(host);
        var pushed = await host.PostFormAsync("/par", [.. Hybrid.Fields, ("response_type", "code id_token"), ("redirect_uri", Hybrid.RedirectUri), ("scope", "openid"), ("nonce", Nonce)]);
        var (request, browser) = (new AuthorizationParameters { ClientId = Hybrid.Id, RequestUri = pushed.Member("request_uri") }, await authorizing.SignInAsync());

        var clicks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => authorizing.AskAsync(request, browser)));
        var granted = clicks.Select(click => (AuthorizationGranted)click.Value!).ToList();

        Assert.That(granted.Select(step => step.Code).Distinct().Count(), Is.EqualTo(1));
        Assert.That(granted.Select(step => Text(new(step.IdToken!), "sid")).Distinct().Count(), Is.EqualTo(1));
        Assert.That(granted.Select(step => Text(new(step.IdToken!), "c_hash")), Is.All.EqualTo(Half(granted[0].Code)));
    }

    [Test]
    public async Task An_error_goes_where_the_answer_would()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);

        var fragment = Fragment(await browser.AskAsync(Authorize("id_token", ("prompt", "none"))));

        Assert.That((fragment["error"], fragment["state"]), Is.EqualTo(("login_required", "a state & more")));
    }

    [Test]
    public async Task It_is_a_hint_of_whom_to_sign_out()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);
        var token = Fragment(await browser.SignInAsync(await browser.OpenAsync(Authorize("id_token"))))["id_token"];

        var answer = await browser.OpenAsync($"/logout?id_token_hint={token}");

        Assert.That(answer.Body, Does.Contain("You are signed out"));
        Assert.That((await browser.OpenAsync(Authorize("id_token"))).Body, Does.Contain("name=\"identifier\""));
    }

    [TestCase(""" "response_types":["id_token"] """, """["implicit"]""", """["id_token"]""")]
    [TestCase(""" "response_types":["id_token code", "code"] """, """["authorization_code","refresh_token","implicit"]""", """["code id_token","code"]""")]
    [TestCase(""" "response_types":["id_token"],"grant_types":["implicit"] """, """["implicit"]""", """["id_token"]""")]
    public async Task A_client_registers_what_it_wants(string metadata, string grants, string types)
    {
        var host = await SharedHost.GetAsync();

        var client = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],{{metadata}}}""", Requests.Bearer(OAuthClients.InitialAccessToken));

        Assert.That(client.Status, Is.EqualTo(201), client.Body);
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(client.Member("grant_types")!), JsonNode.Parse(grants)), Is.True, client.Body);
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(client.Member("response_types")!), JsonNode.Parse(types)), Is.True, client.Body);
        var asked = Authorizing.RequestOf(new(client.Member("client_id")!, "any", "https://client.example/"), "openid") with { ResponseType = "id_token", Nonce = Nonce };
        Assert.That((await new Authorizing(host).AskAsync(asked, browser: null)).Value, types.Contains("[\"id_token\"]", StringComparison.Ordinal) ? Is.InstanceOf<SignInWanted>() : Is.InstanceOf<AuthorizationRefused>());
    }

    private static Task<TestHost> StartAsync() => PageHost.WithAccountAsync(new()
    {
        Options = options => options.Clients.Add(Hybrid.Listed(client =>
        {
            client.FirstParty = true;
            foreach (var type in ResponseTypes.All)
                client.ResponseTypes.Add(type);
        })),
    });

    private static string Authorize(string responseType, params (string Name, string? Value)[] changes) => PageHost.Authorize(
        [("client_id", Hybrid.Id), ("response_type", responseType), ("scope", "openid email"), ("nonce", Nonce), ("code_challenge", null), ("code_challenge_method", null), .. changes]);

    private static Dictionary<string, string> Fragment(Answer told)
    {
        Assert.That(told.Header("Location"), Does.StartWith($"{PageHost.Redirect}#"), told.Body);
        return QueryHelpers.ParseQuery(new Uri(told.Header("Location")!).Fragment[1..]).ToDictionary(field => field.Key, field => field.Value.ToString());
    }

    private static string Text(Forgery token, string claim) => token.Payload[claim]!.GetValue<string>();

    private static string Half(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
