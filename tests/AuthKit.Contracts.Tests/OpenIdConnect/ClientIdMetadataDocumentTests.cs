using System.Security.Cryptography;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>draft-ietf-oauth-client-id-metadata-document: a client that nobody has registered signs users in, known by its document.</summary>
internal sealed class ClientIdMetadataDocumentTests
{
    private const string Loopback = "http://127.0.0.1/callback";

    [Test]
    public async Task It_is_told_of_where_it_is_on()
    {
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);

        Assert.That((await host.GetAsync("/.well-known/oauth-authorization-server")).Json.GetProperty("client_id_metadata_document_supported").GetBoolean(), Is.True);
        Assert.That((await (await SharedHost.GetAsync()).GetAsync("/.well-known/oauth-authorization-server")).Json.TryGetProperty("client_id_metadata_document_supported", out _), Is.False);
    }

    [Test]
    public async Task A_public_client_gets_tokens_and_refreshes_them()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var client = Serve(server, """ "token_endpoint_auth_method":"none","grant_types":["authorization_code","refresh_token","urn:ietf:params:oauth:grant-type:device_code"] """);

        var tokens = await OAuthTokens.ObtainAsync(host, client, $"openid {OAuthClients.Read}");

        Assert.That(tokens.Scope, Is.EqualTo($"openid {OAuthClients.Read}"));
        Assert.That(await tokens.TryAsync(host, client), Is.EqualTo((200, 200)));
        (await OAuthSpeaker.AuthorizeDeviceAsync(host, client)).AssertRefused(400, "unauthorized_client", "its user would not see whose it is");
        Assert.That(server.Asked, Is.EqualTo(1));
    }

    [Test]
    public async Task A_confidential_client_proves_itself_by_its_key([Values] bool byAddress)
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        server.Serve("/jwks.json", OAuthClients.Jwks(key));
        var keys = byAddress ? $""" "jwks_uri":"{server.AddressOf("/jwks.json")}" """ : $""" "jwks":{OAuthClients.Jwks(key)} """;
        var client = Serve(server, $""" "token_endpoint_auth_method":"private_key_jwt",{keys} """);

        (await Assertion.PresentAsync(host, new Assertion(host, client).Signed(key))).AssertRefused(400, "invalid_grant");
        (await Assertion.PresentAsync(host, new Assertion(host, client).Signed(OAuthClients.SignerKey))).AssertRefused(401, "invalid_client");
        (await OAuthSpeaker.RefreshAsync(host, client, "any")).AssertRefused(401, "invalid_client", "without an assertion");
    }

    [Test]
    public async Task A_document_written_for_others_too_is_taken()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var client = Serve(server, """ "id_token_signed_response_alg":"EdDSA","userinfo_encrypted_response_alg":"RSA-OAEP","unknown":{"a":[1]},"response_types":["code","id_token"],"scope":"openid email tools.run" """,
            $"\"{Loopback}\",\"cursor://callback\"");

        var tokens = await OAuthTokens.ObtainAsync(host, client, "openid email tools.run");

        Assert.That(tokens.Scope, Is.EqualTo("openid email"));
    }

    [TestCase(null, 2)]
    [TestCase("max-age=7200", 2)]
    [TestCase("max-age=1", 4)]
    [TestCase("no-store", 4)]
    public async Task It_is_kept_for_as_long_as_its_server_says_within_bounds(string? control, int asked)
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var client = Serve(server, """ "client_name":"A" """, control: control);

        // At 0:00, 0:30, 1:01 and 2:02 minutes; then after the longest that any is kept.
        foreach (var wait in new[] { 0, 30, 31, 61, 3600 })
        {
            host.Clock.Advance(TimeSpan.FromSeconds(wait));
            await AskAsync(host, client);
        }

        Assert.That(server.Asked, Is.EqualTo(asked));
    }

    [Test]
    public async Task What_cannot_be_had_is_not_asked_for_again_at_once()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var client = new OAuthClient(server.AddressOf("/client.json"), null, Loopback);

        for (var i = 0; i < 5; i++)
            Assert.That((await AskAsync(host, client)).Failure?.Fault, Is.EqualTo(Fault.InvalidClient));
        Assert.That(server.Asked, Is.EqualTo(1));
        Serve(server, """ "client_name":"A" """);
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That((await AskAsync(host, client)).Value, Is.InstanceOf<SignInWanted>());
    }

    [Test]
    public async Task Many_who_ask_at_once_wait_for_one_answer()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var client = Serve(server, """ "client_name":"A" """);

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => AskAsync(host, client))));

        Assert.That(answers.Select(answer => answer.Value), Is.All.InstanceOf<SignInWanted>());
        Assert.That(server.Asked, Is.EqualTo(1));
    }

    [TestCase(Loopback, true)]
    [TestCase("https://client.example/callback", false)]
    public async Task The_page_of_consent_shows_whose_it_is(string redirectUri, bool local)
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await PageHost.WithAccountAsync(DocumentServer.ClientsPlan);
        using var browser = new Browser(host);
        var client = Serve(server, $""" "client_name":"The Bank","policy_uri":"{server.AddressOf("/privacy")}","tos_uri":"https://bank.example/terms" """, $"\"{redirectUri}\"");

        var signIn = await browser.OpenAsync(PageHost.Authorize(("client_id", client.Id), ("redirect_uri", redirectUri)));
        var consent = await browser.SignInAsync(signIn);

        var authority = new Uri(server.Origin).Authority;
        Assert.That(signIn.Body, Does.Contain($"to continue to The Bank ({authority})"));
        Assert.That(consent.Body, Does.Contain($"The Bank ({authority}) would like access").And.Contain($"It says that it belongs to {authority}").And.Contain($"href=\"{server.AddressOf("/privacy")}\""));
        Assert.That(consent.Body, Does.Not.Contain("bank.example/terms"));
        Assert.That(consent.Body.Contains("It runs on this device", StringComparison.Ordinal), Is.EqualTo(local));
    }

    private static OAuthClient Serve(DocumentServer server, string members, string redirectUris = $"\"{Loopback}\"", string? control = null)
    {
        var id = server.AddressOf("/client.json");
        server.Serve("/client.json", $$"""{"client_id":"{{id}}","redirect_uris":[{{redirectUris}}],{{members}} }""", cacheControl: control);
        return new(id, null, Loopback);
    }

    private static Task<Outcome<AuthorizationStep>> AskAsync(TestHost host, OAuthClient client) => new Authorizing(host).AskAsync(Authorizing.RequestOf(client), browser: null);
}
