using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>draft-ietf-oauth-client-id-metadata-document §6: a document speaks for its own address alone, holds no secret, and takes no consent for granted.</summary>
internal sealed class ClientDocumentTests
{
    private const string Redirect = "http://127.0.0.1/callback";

    [Test]
    public async Task Where_the_host_has_not_turned_it_on_nothing_is_fetched()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.Plan);
        Serve(server, Good(server));

        Assert.That((await AskAsync(host, server.AddressOf("/client.json"))).Failure?.Fault, Is.EqualTo(Fault.InvalidClient));
        Assert.That(server.Asked, Is.Zero);
    }

    [TestCase("https://client.example")]
    [TestCase("https://client.example/")]
    [TestCase("http://client.example/client.json")]
    [TestCase("HTTPS://client.example/client.json")]
    [TestCase("https://CLIENT.example/client.json")]
    [TestCase("https://client.example:443/client.json")]
    [TestCase("https://client.example/a/../client.json")]
    [TestCase("https://client.example/./client.json")]
    [TestCase("https://client.example/%2e%2e/client.json")]
    [TestCase("https://client.example/client.json#fragment")]
    [TestCase("https://client.example/client.json?query")]
    [TestCase("https://user@client.example/client.json")]
    [TestCase("https://user:password@client.example/client.json")]
    [TestCase("https://client.example\\client.json")]
    [TestCase("https:///client.json")]
    public async Task No_id_that_is_spelled_in_another_way(string id)
    {
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);

        Assert.That((await AskAsync(host, id)).Failure?.Fault, Is.EqualTo(Fault.InvalidClient));
        Assert.That(host.Logs.Text, Does.Not.Contain("The client's document"), "it would have been fetched");
    }

    [Test]
    public async Task No_id_that_is_longer_than_what_is_kept_of_it()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);

        Assert.That((await AskAsync(host, server.AddressOf("/" + new string('a', 256)))).Failure?.Fault, Is.EqualTo(Fault.InvalidClient));
        Assert.That(server.Asked, Is.Zero);
    }

    [TestCase(""" "client_id":"https://bank.example/client.json","redirect_uris":["http://127.0.0.1/callback"] """, "client_id")]
    [TestCase(""" "client_id":"{id}/","redirect_uris":["http://127.0.0.1/callback"] """, "client_id")]
    [TestCase(""" "client_id":["{id}"],"redirect_uris":["http://127.0.0.1/callback"] """, "client_id")]
    [TestCase(""" "redirect_uris":["http://127.0.0.1/callback"] """, "client_id")]
    [TestCase(""" "client_id":"{id}" """, "redirect_uris")]
    [TestCase(""" "client_id":"{id}","redirect_uris":[] """, "redirect_uris")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://client.example/","javascript:alert(1)",null] """, "redirect_uris")]
    [TestCase(""" "client_id":"{id}","redirect_uris":"http://127.0.0.1/callback" """, "redirect_uris")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"client_secret":"known to everybody" """, "client_secret")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"client_secret_expires_at":0 """, "client_secret")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"token_endpoint_auth_method":"client_secret_basic" """, "token_endpoint_auth_method")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"token_endpoint_auth_method":"client_secret_jwt" """, "token_endpoint_auth_method")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"token_endpoint_auth_method":"private_key_jwt" """, "jwks")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"jwks":{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}]} """, "jwks")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"jwks":{"keys":[]},"jwks_uri":"https://client.example/" """, "jwks_uri")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"jwks_uri":"http://client.example/" """, "jwks_uri")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"grant_types":["client_credentials","password"] """, "grant_types")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"tls_client_certificate_bound_access_tokens":true """, "tls_client_certificate_bound_access_tokens")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["https://app.example/callback"],"frontchannel_logout_uri":"https://other.example/out" """, "frontchannel_logout_uri")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["https://app.example/callback"],"backchannel_logout_uri":"http://127.0.0.1/out" """, "backchannel_logout_uri")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["https://app.example/callback"],"userinfo_signed_response_alg":"none" """, "userinfo_signed_response_alg")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"client_name":"knaB\u202e" """, "client_name")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"contacts":[null] """, "contacts")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"sector_identifier_uri":"none" """, "sector_identifier_uri")]
    [TestCase(""" "client_id":"{id}","redirect_uris":["http://127.0.0.1/callback"],"default_max_age":"x" """, "default_max_age")]
    public async Task No_document_that_says_what_it_must_not(string members, string member)
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var id = server.AddressOf("/client.json");
        Serve(server, $"{{{members.Replace("{id}", id, StringComparison.Ordinal)}}}");

        Assert.That((await AskAsync(host, id)).Failure?.Fault, Is.EqualTo(Fault.InvalidClient));
        Assert.That(host.Logs.Text, Does.Contain("The client id metadata document").And.Contain(member));
    }

    [Test]
    public async Task Consent_is_asked_each_time_and_never_assumed()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        await new OAuthSpeaker().RegisterAsync(host);
        var (id, authorizing) = (server.AddressOf("/client.json"), new Authorizing(host));
        Serve(server, $$"""{"client_id":"{{id}}","redirect_uris":["https://client.example/callback"],"first_party":true,"FirstParty":true}""");
        var browser = await authorizing.SignInAsync();
        var request = Authorizing.RequestOf(new(id, null, "https://client.example/callback"));

        Assert.That((await authorizing.AskAsync(request, browser, decision: true)).Value, Is.InstanceOf<AuthorizationGranted>());

        var again = (await authorizing.AskAsync(request, browser, decision: null)).Value;
        Assert.That((again as ConsentWanted)?.ClientHost, Is.EqualTo(new Uri(server.Origin).Authority));
        var silently = (await authorizing.AskAsync(request with { Prompt = "none" }, browser, decision: null)).Value;
        Assert.That((silently as AuthorizationRefused)?.Failure.Fault, Is.EqualTo(Fault.ConsentRequired));
    }

    [Test]
    public async Task An_address_that_its_owner_has_taken_out_counts_no_more_and_no_other_ever_did()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        var id = server.AddressOf("/client.json");
        Serve(server, Good(server));
        Assert.That((await AskAsync(host, id)).Value, Is.InstanceOf<SignInWanted>());
        Assert.That((await AskAsync(host, id, "https://evil.example/callback")).Failure?.Fault, Is.EqualTo(Fault.InvalidRedirectUri));

        Serve(server, $$"""{"client_id":"{{id}}","redirect_uris":["https://client.example/"]}""");
        host.Clock.Advance(TimeSpan.FromHours(1));

        Assert.That((await AskAsync(host, id)).Failure?.Fault, Is.EqualTo(Fault.InvalidRedirectUri));
    }

    [Test]
    public async Task Nobody_registers_an_address_as_a_name_of_their_own()
    {
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);

        var answer = await host.PostJsonAsync("/register_client", """{"client_id":"https://bank.example/client.json","redirect_uri":"https://evil.example/"}""", Requests.Bearer(OAuthClients.InitialAccessToken));

        answer.AssertRefused(400, "invalid_request");
    }

    [Test]
    public async Task A_secret_of_anybody_s_making_proves_nothing()
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(DocumentServer.ClientsPlan);
        Serve(server, Good(server));

        (await OAuthSpeaker.RefreshAsync(host, new(server.AddressOf("/client.json"), "any secret at all", Redirect), "any")).AssertRefused(401, "invalid_client");
        (await OAuthSpeaker.TokenAsync(host, new(server.AddressOf("/client.json"), null, Redirect), "client_credentials")).AssertRefused(400, "unauthorized_client");
    }

    private static string Good(DocumentServer server) => $$"""{"client_id":"{{server.AddressOf("/client.json")}}","redirect_uris":["{{Redirect}}"]}""";

    private static void Serve(DocumentServer server, string json) => server.Serve("/client.json", json);

    private static Task<Outcome<AuthorizationStep>> AskAsync(TestHost host, string clientId, string redirectUri = Redirect) =>
        new Authorizing(host).AskAsync(Authorizing.RequestOf(new(clientId, null, redirectUri)), browser: null);
}
