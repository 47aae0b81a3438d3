using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>RFC 7591 §2, OpenID Connect Dynamic Client Registration 1.0 §2: what a client registers is kept and honoured, or refused by name.</summary>
internal sealed class ClientMetadataTests
{
    private static readonly (string Name, string Value) Token = Requests.Bearer(OAuthClients.InitialAccessToken);

    [Test]
    public async Task What_is_kept_is_told_again()
    {
        var host = await SharedHost.GetAsync();
        const string metadata =
            """
            {"redirect_uris":["https://client.example/callback"],"client_uri":"https://client.example/","logo_uri":"https://client.example/logo.png","contacts":["anna@client.example"],
            "tos_uri":"https://client.example/terms","policy_uri":"https://client.example/privacy","software_id":"4NRB1-0XZABZI9E6-5SM3R","software_version":"2.1","application_type":"web",
            "token_endpoint_auth_signing_alg":"PS256","require_pushed_authorization_requests":true,"default_max_age":3600,"require_auth_time":true,"initiate_login_uri":"https://client.example/begin"}
            """;

        var answer = await host.PostJsonAsync("/register", metadata, Token);

        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        foreach (var (name, value) in JsonNode.Parse(metadata)!.AsObject())
            Assert.That(JsonNode.DeepEquals(JsonNode.Parse(answer.Body)![name], value), Is.True, name);
    }

    [TestCase(""" "token_endpoint_auth_method":"client_secret_jwt" """, "token_endpoint_auth_method")]
    [TestCase(""" "jwks":{"keys":[]},"jwks_uri":"https://client.example/jwks.json" """, "jwks_uri")]
    [TestCase(""" "jwks_uri":"http://client.example/jwks.json" """, "jwks_uri")]
    [TestCase(""" "sector_identifier_uri":"http://client.example/sector.json" """, "sector_identifier_uri")]
    [TestCase(""" "id_token_encrypted_response_alg":"RSA-OAEP-256" """, "id_token_encrypted_response_alg")]
    [TestCase(""" "userinfo_encrypted_response_alg":"RSA-OAEP-256" """, "userinfo_encrypted_response_alg")]
    [TestCase(""" "software_statement":"eyJhbGciOiJFUzI1NiJ9.e30.AA" """, "software_statement")]
    [TestCase(""" "token_endpoint_auth_signing_alg":"HS256" """, "token_endpoint_auth_signing_alg")]
    [TestCase(""" "application_type":"browser" """, "application_type")]
    [TestCase(""" "default_max_age":-1 """, "default_max_age")]
    [TestCase(""" "default_max_age":"soon" """, "default_max_age")]
    [TestCase(""" "require_auth_time":"perhaps" """, "require_auth_time")]
    [TestCase(""" "client_uri":"javascript:alert(1)" """, "client_uri")]
    [TestCase(""" "policy_uri":"/privacy" """, "policy_uri")]
    [TestCase(""" "tos_uri":"https://user@client.example/" """, "tos_uri")]
    [TestCase(""" "logo_uri":"data:image/png;base64,AA" """, "logo_uri")]
    [TestCase(""" "initiate_login_uri":"http://client.example/" """, "initiate_login_uri")]
    [TestCase(""" "client_name":"knaB ruoY\u202e" """, "client_name")]
    [TestCase(""" "grant_types":["implicit"] """, "grant_types")]
    [TestCase(""" "response_types":["token"] """, "response_types")]
    [TestCase(""" "scope":"openid admin" """, "scope")]
    [TestCase(""" "contacts":7 """, "contacts")]
    public async Task What_cannot_be_is_refused_by_name(string member, string named)
    {
        var host = await SharedHost.GetAsync();

        var answer = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],{{member}} }""", Token);

        Assert.That((answer.Status, answer.Status == 400 ? answer.Member("error") : null), Is.EqualTo((400, "invalid_client_metadata")), answer.Body);
        Assert.That(answer.Member("error_description"), Does.Contain(named));
    }

    [TestCase(""" "id_token_encrypted_response_alg":null """)]
    [TestCase(""" "tls_client_certificate_bound_access_tokens":false """)]
    [TestCase(""" "software_statement":"" """)]
    [TestCase(""" "something_of_its_own":"any" """)]
    public async Task What_says_nothing_or_is_not_known_is_passed_over(string member)
    {
        var host = await SharedHost.GetAsync();

        Assert.That((await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://client.example/"],{{member}} }""", Token)).Status, Is.EqualTo(201));
    }

    [TestCase("web", "https://client.example/", 201)]
    [TestCase("web", "http://localhost:3000/", 400)]
    [TestCase("web", "https://localhost/", 400)]
    [TestCase("web", "com.example.app:/callback", 400)]
    [TestCase("native", "http://localhost:3000/", 201)]
    [TestCase("native", "http://127.0.0.1/", 201)]
    [TestCase("native", "com.example.app:/callback", 201)]
    [TestCase("native", "https://client.example/", 201)]
    [TestCase("native", "http://client.example/", 400)]
    public async Task A_site_has_no_address_on_its_users_machines(string type, string address, int status)
    {
        var host = await SharedHost.GetAsync();

        var answer = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["{{address}}"],"application_type":"{{type}}"}""", Token);

        Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
        if (status == 400)
            Assert.That(answer.Member("error"), Is.EqualTo("invalid_redirect_uri"));
    }

    [Test]
    public async Task A_client_that_pushes_its_requests_does_nothing_else()
    {
        var host = await SharedHost.GetAsync();
        var client = await RegisterAsync(host, """ "require_pushed_authorization_requests":true """);

        var step = (await new Authorizing(host).AskAsync(Authorizing.RequestOf(client), browser: null)).Value;
        var pushed = await host.PostFormAsync("/par", [("response_type", "code"), ("redirect_uri", client.RedirectUri), .. client.Fields]);

        Assert.That((step as AuthorizationRefused)?.Failure.BrokenRules[0], Is.EqualTo(new BrokenRule(Field.RequestUri, Rule.Required)));
        Assert.That(pushed.Status, Is.EqualTo(201), pushed.Body);
    }

    [Test]
    public async Task A_default_age_of_the_sign_in_is_honoured()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var client = await RegisterAsync(host, """ "default_max_age":60 """);
        var browser = await new Authorizing(host).SignInAsync();

        var fresh = (await new Authorizing(host).AskAsync(Authorizing.RequestOf(client), browser)).Value;
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        var old = (await new Authorizing(host).AskAsync(Authorizing.RequestOf(client), browser)).Value;
        var asked = (await new Authorizing(host).AskAsync(Authorizing.RequestOf(client) with { MaxAge = "3600" }, browser)).Value;

        Assert.That(new AuthorizationStep?[] { fresh, old, asked }.Select(step => step?.GetType()), Is.EqualTo(new[] { typeof(AuthorizationGranted), typeof(SignInWanted), typeof(AuthorizationGranted) }));
    }

    [Test]
    public async Task Keys_at_an_address_are_fetched_and_a_new_key_counts_as_soon_as_it_is_there()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.Plan);
        using var first = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var second = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        server.Serve("/jwks.json", Keys(("1", first)));
        var client = await RegisterAsync(host, $""" "token_endpoint_auth_method":"private_key_jwt","jwks_uri":"{server.AddressOf("/jwks.json")}" """);

        await AssertAuthenticatedAsync(host, client, first, "1");
        server.Serve("/jwks.json", Keys(("1", first), ("2", second)), "application/jwk-set+json");
        (await PresentAsync(host, client, second, "2")).AssertRefused(401, "invalid_client", "a moment ago they were fetched");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await AssertAuthenticatedAsync(host, client, second, "2");
        await AssertAuthenticatedAsync(host, client, first, "1");

        Assert.That(server.Asked, Is.EqualTo(2));
    }

    [Test]
    public async Task An_assertion_of_another_algorithm_than_the_registered_one_proves_nothing()
    {
        var host = await SharedHost.GetAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var client = await RegisterAsync(host, $""" "token_endpoint_auth_signing_alg":"PS256","token_endpoint_auth_method":"private_key_jwt","jwks":{OAuthClients.Jwks(key)} """);

        (await Assertion.PresentAsync(host, new Assertion(host, client).Signed(key))).AssertRefused(401, "invalid_client");
    }

    [Test]
    public async Task Clients_of_several_hosts_are_one_sector_where_its_owner_lists_them()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.Plan);
        server.Serve("/sector.json", """["https://one.example/","https://two.example/"]""");
        var sector = $""" "subject_type":"pairwise","sector_identifier_uri":"{server.AddressOf("/sector.json")}" """;

        var one = await RegisterAsync(host, sector, "https://one.example/");
        var two = await RegisterAsync(host, sector, "https://two.example/");
        var foreign = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://one.example/","https://evil.example/"],{{sector}} }""", Token);

        Assert.That(await SubjectAsync(host, two), Is.EqualTo(await SubjectAsync(host, one)));
        foreign.AssertRefused(400, "invalid_client_metadata");
        Assert.That(foreign.Member("error_description"), Does.Contain("sector_identifier_uri"));
    }

    [TestCase("https://client.example/about", "https://client.example/about")]
    [TestCase("https://evil.example/about", null)]
    [TestCase("http://client.example/about", null)]
    public async Task A_page_of_its_own_is_linked_to_on_its_own_host_alone(string address, string? shown)
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var client = await RegisterAsync(host, $""" "client_uri":"{address}" """);

        var step = (await new Authorizing(host).AskAsync(Authorizing.RequestOf(client), await new Authorizing(host).SignInAsync(), decision: null)).Value;

        Assert.That(step as ConsentWanted, Has.Property(nameof(ConsentWanted.Links)).EqualTo(new ClientLinks(shown, null, null)));
    }

    private static async Task<OAuthClient> RegisterAsync(TestHost host, string members, string redirectUri = "https://client.example/callback")
    {
        var answer = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["{{redirectUri}}"],{{members}} }""", Token);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        return new(answer.Member("client_id")!, answer.Json.TryGetProperty("client_secret", out var secret) ? secret.GetString() : null, redirectUri);
    }

    private static string Keys(params (string Id, ECDsa Key)[] keys)
    {
        var set = new JsonArray();
        foreach (var (id, key) in keys)
        {
            var one = JsonNode.Parse(OAuthClients.Jwks(key))!["keys"]![0]!.DeepClone();
            one["kid"] = id;
            set.Add(one);
        }

        return new JsonObject { ["keys"] = set }.ToJsonString();
    }

    private static async Task<Answer> PresentAsync(TestHost host, OAuthClient client, ECDsa key, string keyId)
    {
        var assertion = new Assertion(host, client);
        assertion.Header["kid"] = keyId;
        return await Assertion.PresentAsync(host, assertion.Signed(key));
    }

    // The refresh token is none, which is looked at once the client has proved who it is.
    private static async Task AssertAuthenticatedAsync(TestHost host, OAuthClient client, ECDsa key, string keyId) =>
        (await PresentAsync(host, client, key, keyId)).AssertRefused(400, "invalid_grant");

    private static async Task<string> SubjectAsync(TestHost host, OAuthClient client) =>
        new Forgery((await OAuthTokens.ObtainAsync(host, client)).Id!).Payload["sub"]!.GetValue<string>();
}
