using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Contracts.Tests.Tokens;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>JWT Secured Authorization Response Mode: the answer is one parameter, signed, for the client, for ten minutes.</summary>
internal sealed class SignedAnswerTests
{
    private static readonly OAuthClient Careful = new("careful", "careful-secret", PageHost.Redirect);

    [TestCase("jwt", "code", "?")]
    [TestCase("query.jwt", "code", "?")]
    [TestCase("fragment.jwt", "code", "#")]
    [TestCase("jwt", "id_token", "#")]
    [TestCase("jwt", "code id_token", "#")]
    [TestCase("fragment.jwt", "code id_token", "#")]
    public async Task By_the_address(string mode, string type, string mark)
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);

        var told = await browser.SignInAsync(await browser.OpenAsync(Authorize(("response_mode", mode), ("response_type", type))));

        Assert.That(told.Header("Location"), Does.StartWith($"{PageHost.Redirect}{mark}response="), told.Body);
        AssertAnswer(told.Header("Location")!.Split("response=")[1], [.. type.Split(' ')], host);
    }

    [Test]
    public async Task By_a_form()
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);

        var page = await browser.SignInAsync(await browser.OpenAsync(Authorize(("response_mode", "form_post.jwt"))));

        Assert.That(Form.Of(page).Hidden.Select(field => field.Name), Is.EqualTo(new[] { "response" }));
        AssertAnswer(Form.Of(page)["response"], ["code"], host);
        var code = new Forgery(Form.Of(page)["response"]).Payload["code"]!.GetValue<string>();
        Assert.That((await OAuthSpeaker.RedeemAsync(host, Careful, code)).Status, Is.EqualTo(200));
    }

    [TestCase("prompt", "none", "login_required")]
    [TestCase("scope", "secrets", "invalid_scope")]
    [TestCase("code_challenge_method", "plain", "invalid_request")]
    public async Task An_error_too(string parameter, string value, string error)
    {
        await using var host = await StartAsync();
        using var browser = new Browser(host);

        var told = PageHost.ToClient(await browser.AskAsync(Authorize(("response_mode", "jwt"), (parameter, value))));

        Assert.That(told.Keys, Is.EqualTo(new[] { "response" }));
        AssertAnswer(told["response"]!, ["error", "error_description"], host);
        Assert.That(new Forgery(told["response"]!).Payload["error"]!.GetValue<string>(), Is.EqualTo(error));
    }

    [Test]
    public async Task Somebody_elses_client_gets_it_by_a_click()
    {
        await using var host = await StartAsync(listed => listed.FirstParty = false);
        using var browser = new Browser(host);

        var page = await browser.AskAsync(Authorize(("response_mode", "jwt"), ("scope", "secrets")));

        Assert.That((page.Status, page.Header("Location")), Is.EqualTo((400, (string?)null)));
        AssertAnswer(page.Body.Split($"{PageHost.Redirect}?response=")[1].Split('"')[0], ["error", "error_description"], host);
    }

    [TestCase(null, null, "RS256")]
    [TestCase(null, "ES256", "ES256")]
    [TestCase("ES256", null, "ES256")]
    [TestCase("RS256", "ES256", "RS256")]
    public async Task By_the_algorithm_that_the_client_wants(string? answers, string? idTokens, string algorithm)
    {
        await using var host = await StartAsync(listed => (listed.AuthorizationAlgorithm, listed.IdTokenAlgorithm) = (answers, idTokens));
        using var browser = new Browser(host);

        var told = PageHost.ToClient(await browser.AskAsync(Authorize(("response_mode", "jwt"), ("prompt", "none"))));

        var header = new Forgery(told["response"]!).Header;
        Assert.That((header["alg"]!.GetValue<string>(), header["typ"]!.GetValue<string>()), Is.EqualTo((algorithm, "JWT")));
        var key = (await host.GetAsync("/.well-known/jwks.json")).Json.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kid").GetString() == header["kid"]!.GetValue<string>());
        Assert.That(key.GetProperty("alg").GetString(), Is.EqualTo(algorithm));
    }

    private static Task<TestHost> StartAsync(Action<Client>? change = null) => PageHost.WithAccountAsync(new()
    {
        Options = options => options.Clients.Add(Careful.Listed(client =>
        {
            client.FirstParty = true;
            foreach (var type in ResponseTypes.All)
                client.ResponseTypes.Add(type);
            change?.Invoke(client);
        })),
    });

    private static string Authorize(params (string Name, string? Value)[] changes) => PageHost.Authorize(
        [("client_id", Careful.Id), ("scope", "openid email"), ("nonce", "n-0S6_WzA2Mj"), ("code_challenge", null), ("code_challenge_method", null), .. changes]);

    private static void AssertAnswer(string response, string[] members, TestHost host)
    {
        var (claims, now) = (new Forgery(response).Payload, host.Clock.GetUtcNow().ToUnixTimeSeconds());
        Assert.That(claims.Select(claim => claim.Key), Is.EquivalentTo(new[] { "iss", "aud", "iat", "exp", "state" }.Concat(members)));
        Assert.That((claims["iss"]!.GetValue<string>(), claims["aud"]!.GetValue<string>(), claims["state"]!.GetValue<string>()), Is.EqualTo((TestHost.Issuer, Careful.Id, "a state & more")));
        Assert.That(claims["exp"]!.GetValue<long>(), Is.EqualTo(now + 600));
    }
}
