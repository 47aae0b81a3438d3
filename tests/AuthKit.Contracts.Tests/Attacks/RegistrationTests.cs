using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 7591 §5, ASVS 5.0 V10.4.7: who may register is the host's to say, and nobody registers what others are tricked with.</summary>
internal sealed class RegistrationTests
{
    private static readonly (string Name, string Value) Token = Requests.Bearer(OAuthClients.InitialAccessToken);

    [TestCase("/register")]
    [TestCase("/register_client")]
    public async Task Without_the_hosts_token_nobody_may(string path)
    {
        await using var host = await TestHost.StartAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        (await host.PostJsonAsync(path, Good)).AssertRefused(401, "invalid_token");
        foreach (var wrong in new[] { "wrong", OAuthClients.InitialAccessToken.ToUpperInvariant(), $"{OAuthClients.InitialAccessToken}x", tokens.Access, "" })
            (await host.PostJsonAsync(path, Good, Requests.Bearer(wrong))).AssertRefused(401, "invalid_token", wrong);
        Assert.That((await host.PostJsonAsync(path, Good, Token)).Status, Is.LessThan(300));
    }

    [Test]
    public async Task Where_the_host_has_no_token_nobody_may_at_all()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.OAuth.InitialAccessTokens.Clear() });

        (await host.PostJsonAsync("/register", Good, Token)).AssertRefused(401, "invalid_token");
        Assert.That((await host.GetAsync("/.well-known/openid-configuration")).Json.TryGetProperty("registration_endpoint", out _), Is.False);
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("JavaScript:alert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("vbscript:x")]
    [TestCase("file:///etc/passwd")]
    [TestCase("about:blank")]
    [TestCase("blob:https://client.example/x")]
    [TestCase("http://client.example/callback")]
    [TestCase("http://localhost.evil.example/callback")]
    [TestCase("http://127.0.0.1.evil.example/callback")]
    [TestCase("https://client.example/callback#fragment")]
    [TestCase("https://client.example/callback#")]
    [TestCase("https://user@client.example/callback")]
    [TestCase("https://user:password@client.example/callback")]
    [TestCase("https://*.client.example/callback")]
    [TestCase("https://client.example/*")]
    [TestCase("https:///callback")]
    [TestCase("/callback")]
    [TestCase("//client.example/callback")]
    [TestCase("myapp:/callback")]
    [TestCase("https://client.example/a b")]
    [TestCase("https://client.example\\\\evil.example")]
    [TestCase("")]
    public async Task No_address_that_a_code_must_not_be_sent_to(string address)
    {
        var host = await SharedHost.GetAsync();

        (await host.PostJsonAsync("/register", $$"""{"redirect_uris":["{{address}}"]}""", Token)).AssertRefused(400, "invalid_redirect_uri");
        (await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/","{{address}}"]}""", Token)).AssertRefused(400, "invalid_redirect_uri");
        (await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],"post_logout_redirect_uris":["{{address}}"]}""", Token)).AssertRefused(400, "invalid_redirect_uri");
        (await host.PostJsonAsync("/register_client", $$"""{"client_id":"one","redirect_uri":"{{address}}"}""", Token)).AssertRefused(400, "invalid_redirect_uri");
    }

    [TestCase("https://client.example/callback?tenant=one")]
    [TestCase("http://127.0.0.1:5000/callback")]
    [TestCase("http://[::1]/callback")]
    [TestCase("http://localhost:3000/callback")]
    [TestCase("com.example.app:/callback")]
    public async Task The_address_of_a_site_or_an_app(string address)
    {
        var host = await SharedHost.GetAsync();

        Assert.That((await host.PostJsonAsync("/register", $$"""{"redirect_uris":["{{address}}"]}""", Token)).Status, Is.EqualTo(201));
    }

    [TestCase(""" "grant_types":["password"] """)]
    [TestCase(""" "grant_types":["implicit"] """)]
    [TestCase(""" "grant_types":["authorization_code","urn:ietf:params:oauth:grant-type:token-exchange"] """)]
    [TestCase(""" "response_types":["token"] """)]
    [TestCase(""" "response_types":["id_token token"] """)]
    [TestCase(""" "response_types":["code id_token"],"grant_types":["authorization_code"] """)]
    [TestCase(""" "response_types":["code"],"grant_types":["authorization_code","implicit"] """)]
    [TestCase(""" "token_endpoint_auth_method":"client_secret_jwt" """)]
    [TestCase(""" "token_endpoint_auth_method":"private_key_jwt" """)]
    [TestCase(""" "token_endpoint_auth_method":"none","grant_types":["authorization_code","client_credentials"] """)]
    [TestCase(""" "token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[]} """)]
    [TestCase(""" "token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[{"kty":"oct","k":"c2VjcmV0"}]} """)]
    [TestCase(""" "token_endpoint_auth_method":"private_key_jwt","jwks":"none" """)]
    [TestCase(""" "token_endpoint_auth_method":"private_key_jwt","jwks":7 """)]
    [TestCase(""" "token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}]} """)]
    [TestCase(""" "id_token_signed_response_alg":"none" """)]
    [TestCase(""" "id_token_signed_response_alg":"HS256" """)]
    [TestCase(""" "subject_type":"unknown" """)]
    [TestCase(""" "scope":"openid admin" """)]
    [TestCase(""" "client_name":"The\u0007Shop" """)]
    public async Task Nothing_that_would_weaken_what_clients_are(string member)
    {
        var host = await SharedHost.GetAsync();

        var answer = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],{{member}} }""", Token);

        Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((400, "invalid_client_metadata")), answer.Body);
    }

    [TestCase("client_secret_basic")]
    [TestCase("client_secret_post")]
    [TestCase("none")]
    [TestCase("private_key_jwt")]
    public async Task Keys_with_any_method_and_those_that_are_not_understood_passed_over(string method)
    {
        var host = await SharedHost.GetAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var own = JsonNode.Parse(OAuthClients.Jwks(key))!["keys"]![0]!.ToJsonString();
        string[] others =
        [
            """{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""", """{"kty":"AKP","alg":"ML-DSA-44","pub":"AA"}""",
            """{"kty":"EC","crv":"P-384","x":"AA","y":"AA"}""", """{"kty":"EC","crv":"P-256","x":"AA","y":"AA","use":"enc"}""", """{"kty":"XYZ"}""", "{}",
        ];

        var answer = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],"token_endpoint_auth_method":"{{method}}","jwks":{"keys":[{{string.Join(',', others)}},{{own}}]} }""", Token);

        Assert.That((answer.Status, answer.Status == 201 ? answer.Member("token_endpoint_auth_method") : answer.Body), Is.EqualTo((201, method)));
        if (method != "private_key_jwt")
            return;
        var assertion = new Assertion(host, new(answer.Member("client_id")!, null, "https://client.example/"));
        (await Assertion.PresentAsync(host, assertion.Signed(key))).AssertRefused(400, "invalid_grant");
    }

    [TestCase(""" "token_endpoint_auth_method":"client_secret_basic","jwks":{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}]} """)]
    [TestCase(""" "token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]} """)]
    [TestCase(""" "token_endpoint_auth_method":"none","jwks":{} """)]
    public async Task No_private_key_and_no_set_that_proves_nothing(string member)
    {
        var host = await SharedHost.GetAsync();

        var answer = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],{{member}} }""", Token);

        Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((400, "invalid_client_metadata")), answer.Body);
    }

    [Test]
    public async Task Nothing_huge()
    {
        var host = await SharedHost.GetAsync();
        var addresses = string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"https://client.example/{new string('a', 100)}{i}\""));

        (await host.PostJsonAsync("/register", $$"""{"redirect_uris":[{{addresses}}]}""", Token)).AssertRefused(400, "invalid_client_metadata");
        (await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/{{new string('a', 2048)}}"]}""", Token)).AssertRefused(400, "invalid_redirect_uri");
        (await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],"client_name":"{{new string('a', 257)}}"}""", Token)).AssertRefused(400, "invalid_client_metadata");
        (await host.PostJsonAsync("/register_client", $$"""{"client_id":"{{new string('a', 257)}}","redirect_uri":"https://client.example/"}""", Token)).AssertRefused(400, "invalid_request");
    }

    [TestCase("shop")]
    [TestCase("quickstart")]
    public async Task No_name_that_another_has(string id)
    {
        var host = await SharedHost.GetAsync();

        (await RegisterAsync(host, id, "a secret of its own")).AssertRefused(400, "invalid_request");
    }

    [Test]
    public async Task Of_two_who_want_one_name_at_once_one_gets_it()
    {
        await using var host = await TestHost.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => RegisterAsync(host, "newcomer", $"a secret of number {i}")));

        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        var winner = Array.FindIndex(answers, answer => answer.Status == 200);
        (await OAuthSpeaker.RefreshAsync(host, new("newcomer", $"a secret of number {winner}", ""), "any")).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task A_name_in_another_case_is_another_clients()
    {
        await using var host = await TestHost.StartAsync();
        Assert.That((await RegisterAsync(host, "Newcomer", "the first one's secret")).Status, Is.EqualTo(200));
        Assert.That((await RegisterAsync(host, "newcomer", "the other one's secret")).Status, Is.EqualTo(200));

        (await OAuthSpeaker.RefreshAsync(host, new("newcomer", "the first one's secret", ""), "any")).AssertRefused(401, "invalid_client");
        (await OAuthSpeaker.RefreshAsync(host, new("Newcomer", "the first one's secret", ""), "any")).AssertRefused(400, "invalid_grant");
    }

    [TestCase("a b")]
    [TestCase("a\\u0000b")]
    [TestCase("ä")]
    [TestCase("")]
    public async Task No_name_that_cannot_be_sent(string id)
    {
        var host = await SharedHost.GetAsync();

        (await host.PostJsonAsync("/register_client", $$"""{"client_id":"{{id}}","client_secret":"a secret of its own","redirect_uri":"https://client.example/"}""", Token)).AssertRefused(400, "invalid_request");
    }

    [Test]
    public async Task A_client_without_a_secret_is_public_and_has_to_prove_itself_by_its_verifier()
    {
        await using var host = await TestHost.StartAsync();
        await host.PostJsonAsync("/register_client", """{"client_id":"open","redirect_uri":"https://client.example/"}""", Token);

        var outcome = await new Authorizing(host).AskAsync(Authorizing.RequestOf(new("open", "not sent", "https://client.example/")), browser: null);

        Assert.That((outcome.Value as AuthorizationRefused)?.Failure.BrokenRules[0].Field, Is.EqualTo(Field.CodeChallenge));
    }

    [Test]
    public async Task A_client_that_registers_itself_is_never_the_hosts_own()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var registered = await host.PostJsonAsync("/register", """{"redirect_uris":["https://client.example/"],"first_party":true,"FirstParty":true}""", Token);
        var client = new OAuthClient(registered.Member("client_id")!, registered.Member("client_secret"), "https://client.example/");

        var step = await new Authorizing(host).AskAsync(Authorizing.RequestOf(client), await new Authorizing(host).SignInAsync(), decision: null);

        Assert.That(step.Value, Is.InstanceOf<ConsentWanted>());
    }

    private const string Good = """{"client_id":"newcomer","redirect_uris":["https://client.example/"],"client_secret":"a secret of its own"}""";

    private static Task<Answer> RegisterAsync(TestHost host, string id, string secret) =>
        host.PostJsonAsync("/register_client", $$"""{"client_id":"{{id}}","client_secret":"{{secret}}","redirect_uri":"https://client.example/"}""", Token);
}
