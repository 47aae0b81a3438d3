using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Contracts.Tests.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>The FAPI 2.0 Security Profile: what a host that is held to it says of itself, signs with, and lets be registered.</summary>
internal sealed class Fapi2Tests
{
    private static readonly (string Name, string Value) Token = Requests.Bearer(OAuthClients.InitialAccessToken);

    [Test]
    public async Task Metadata_tells_what_there_is_and_nothing_more()
    {
        await using var host = await TestHost.StartAsync(FapiClient.Plan);

        var metadata = (await host.GetAsync("/.well-known/openid-configuration")).Json;

        Assert.Multiple(() =>
        {
            Assert.That(Values("response_types_supported"), Is.EqualTo(new[] { "code" }));
            Assert.That(Values("grant_types_supported"), Is.EqualTo(new[] { "authorization_code", "refresh_token", "client_credentials", "urn:ietf:params:oauth:grant-type:device_code" }));
            Assert.That(Values("code_challenge_methods_supported"), Is.EqualTo(new[] { "S256" }));
            foreach (var endpoint in new[] { "token", "revocation", "introspection" })
                Assert.That(Values($"{endpoint}_endpoint_auth_methods_supported"), Is.EqualTo(new[] { "private_key_jwt" }), endpoint);
            foreach (var signed in new[] { "id_token", "userinfo", "introspection", "authorization" })
                Assert.That(Values($"{signed}_signing_alg_values_supported"), Is.EqualTo(new[] { "ES256" }), signed);
            foreach (var verified in new[] { "token_endpoint_auth", "request_object", "dpop" })
                Assert.That(Values($"{verified}_signing_alg_values_supported"), Is.EqualTo(new[] { "ES256", "PS256" }), verified);
            Assert.That(metadata.GetProperty("require_pushed_authorization_requests").GetBoolean(), Is.True);
            Assert.That(metadata.GetProperty("authorization_response_iss_parameter_supported").GetBoolean(), Is.True);
            Assert.That(metadata.TryGetProperty("tls_client_certificate_bound_access_tokens", out _), Is.False, "nobody looks at certificates here");
        });

        string?[] Values(string member) => [.. metadata.GetProperty(member).EnumerateArray().Select(value => value.GetString())];
    }

    [Test]
    public async Task Id_tokens_answers_and_new_keys_are_of_no_older_algorithm()
    {
        await using var host = await TestHost.StartAsync(FapiClient.Plan);
        using var client = FapiClient.Signer(host);
        var tokens = await client.ObtainAsync();
        using var browser = new Browser(host);

        var request = client.Reference(await client.PushAsync(("response_mode", "jwt")));
        var page = await browser.OpenAsync($"/authorize?client_id={request.ClientId}&request_uri={Uri.EscapeDataString(request.RequestUri!)}");
        var answer = PageHost.ToClient(await browser.SignInAsync(page), OAuthClients.Signer.RedirectUri)["response"]!;

        foreach (var signed in new[] { tokens.Id!, tokens.Access, answer })
            Assert.That(new Forgery(signed).Header["alg"]!.GetValue<string>(), Is.EqualTo("ES256"));
        Assert.That(host.Services.GetRequiredService<IOptions<AuthKitOptions>>().Value.Tokens.SigningAlgorithms, Is.EqualTo(new[] { "ES256" }), "what the ring makes keys for");
    }

    [TestCase("token_endpoint_auth_method", "\"client_secret_basic\"")]
    [TestCase("token_endpoint_auth_method", "\"client_secret_post\"")]
    [TestCase("token_endpoint_auth_method", "\"none\"")]
    [TestCase("token_endpoint_auth_signing_alg", "\"RS256\"")]
    [TestCase("request_object_signing_alg", "\"RS256\"")]
    [TestCase("id_token_signed_response_alg", "\"RS256\"")]
    [TestCase("userinfo_signed_response_alg", "\"RS256\"")]
    [TestCase("introspection_signed_response_alg", "\"RS256\"")]
    [TestCase("authorization_signed_response_alg", "\"RS256\"")]
    [TestCase("response_types", "[\"code id_token\"]")]
    public async Task What_is_ruled_out_is_not_registered_and_its_member_named(string member, string value)
    {
        await using var host = await TestHost.StartAsync(FapiClient.Plan);
        var metadata = Metadata(OAuthClients.SignerKey);
        metadata[member] = JsonNode.Parse(value);
        if (member is "response_types")
            metadata["grant_types"] = JsonNode.Parse("""["authorization_code","implicit"]""");

        var refused = await host.PostJsonAsync("/register", metadata.ToJsonString(), Token);

        Assert.That((refused.Status, refused.Member("error")), Is.EqualTo((400, "invalid_client_metadata")), refused.Body);
        Assert.That(refused.Member("error_description"), Does.Contain(member));
    }

    [Test]
    public async Task A_client_registers_with_a_key_and_may_not_change_to_a_secret()
    {
        await using var host = await TestHost.StartAsync(FapiClient.Plan);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var registered = await host.PostJsonAsync("/register", Metadata(key).ToJsonString(), Token);

        Assert.That((registered.Status, registered.Member("token_endpoint_auth_method"), registered.Member("id_token_signed_response_alg")), Is.EqualTo((201, "private_key_jwt", "ES256")), registered.Body);
        Assert.That(registered.Json.TryGetProperty("client_secret", out _), Is.False);
        using var client = new FapiClient(host, new(registered.Member("client_id")!, null, "https://fapi.example/callback"), key);
        Assert.That((await client.ObtainAsync()).Id, Is.Not.Null);
        var update = Metadata(key);
        (update["client_id"], update["token_endpoint_auth_method"]) = (registered.Member("client_id"), "client_secret_basic");
        var refused = await host.SendAsync(HttpMethod.Put, $"/register?client_id={registered.Member("client_id")}", Json(update), Requests.Bearer(registered.Member("registration_access_token")!));
        Assert.That((refused.Status, refused.Member("error_description")!.Contains("token_endpoint_auth_method", StringComparison.Ordinal)), Is.EqualTo((400, true)), refused.Body);
    }

    [Test]
    public async Task One_without_a_key_is_not_registered_and_nor_is_a_secret_of_its_choice()
    {
        await using var host = await TestHost.StartAsync(FapiClient.Plan);

        foreach (var (path, json) in new[]
        {
            ("/register", """{"redirect_uris":["https://fapi.example/callback"]}"""),
            ("/register_client", """{"client_id":"fapi","client_secret":"a-secret-of-my-own-choice-and-long","redirect_uri":"https://fapi.example/callback"}"""),
            ("/register_client", """{"client_id":"fapi","redirect_uri":"https://fapi.example/callback"}"""),
        })
        {
            var refused = await host.PostJsonAsync(path, json, Token);
            Assert.That((refused.Status, refused.Member("error")), Is.EqualTo((400, "invalid_client_metadata")), refused.Body);
            Assert.That(refused.Member("error_description"), Does.Contain("token_endpoint_auth_method"));
        }
    }

    [Test]
    public async Task A_client_that_registered_with_a_secret_before_the_switch_is_refused_until_it_has_a_key()
    {
        await using var before = await TestHost.StartAsync();
        await using var host = await TestHost.StartAsync(FapiClient.Plan with { Shared = before.Databases });
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var registered = await before.PostJsonAsync("/register", """{"redirect_uris":["https://fapi.example/callback"],"grant_types":["authorization_code","refresh_token"]}""", Token);
        var (id, token) = (registered.Member("client_id")!, registered.Member("registration_access_token")!);
        var secret = new OAuthClient(id, registered.Member("client_secret"), "https://fapi.example/callback");

        (await OAuthSpeaker.RefreshAsync(before, secret, "any")).AssertRefused(400, "invalid_grant");
        (await OAuthSpeaker.RefreshAsync(host, secret, "any")).AssertRefused(401, "invalid_client");
        Assert.That(host.Logs.Text, Does.Contain($"{id} is refused by the security profile").And.Contain("token_endpoint_auth_method"));

        var update = Metadata(key);
        update["client_id"] = id;
        Assert.That((await host.SendAsync(HttpMethod.Put, $"/register?client_id={id}", Json(update), Requests.Bearer(token))).Status, Is.EqualTo(200));
        using var client = new FapiClient(host, secret with { Secret = null }, key);
        Assert.That((await client.ObtainAsync()).Id, Is.Not.Null);
    }

    [TestCase("\"token_endpoint_auth_method\":\"none\"", "token_endpoint_auth_method")]
    [TestCase("\"token_endpoint_auth_signing_alg\":\"RS256\"", "token_endpoint_auth_signing_alg")]
    [TestCase("\"id_token_signed_response_alg\":\"RS256\"", "id_token_signed_response_alg")]
    [TestCase("\"client_name\":\"Right\"", null)]
    public async Task A_client_s_document_is_judged_alike(string member, string? named)
    {
        await using var server = await DocumentServer.StartAsync();
        await using var host = await TestHost.StartAsync(FapiClient.Plan.And(DocumentServer.ClientsPlan));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = server.AddressOf("/client.json");
        server.Serve("/client.json", $$"""{"client_id":"{{id}}","redirect_uris":["https://fapi.example/callback"],"jwks":{{OAuthClients.Jwks(key)}},{{member}}}""");
        using var client = new FapiClient(host, new(id, null, "https://fapi.example/callback"), key);

        var pushed = await client.PushAsync();

        Assert.That(pushed.Status, Is.EqualTo(named is null ? 201 : 401), pushed.Body);
        if (named is not null)
            Assert.That(host.Logs.Text, Does.Contain($"cannot be used as it is: {named}"));
    }

    [Test]
    public async Task By_certificates_it_works_as_well()
    {
        using var tls = new MutualTls();
        await using var host = await TestHost.StartAsync(FapiClient.Plan.And(tls.Plan).And(new() { Options = options => options.Clients.Remove(options.Clients.Single(client => client.Id == MutualTls.Program.Id)) }));

        var metadata = (await host.GetAsync("/.well-known/openid-configuration")).Json;
        var answer = await tls.TokenAsync(host, tls.Mine, MutualTls.Holder);

        Assert.That(metadata.GetProperty("token_endpoint_auth_methods_supported").EnumerateArray().Select(method => method.GetString()), Is.EqualTo(new[] { "private_key_jwt", "tls_client_auth", "self_signed_tls_client_auth" }));
        Assert.That(metadata.GetProperty("tls_client_certificate_bound_access_tokens").GetBoolean(), Is.True);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        var token = answer.Member("access_token")!;
        Assert.That((await tls.GetAsync(host, tls.Mine, "/me", token)).Status, Is.Not.EqualTo(401));
        Assert.That((await tls.GetAsync(host, tls.Theirs, "/me", token)).Status, Is.EqualTo(401));
        Assert.That((await tls.GetAsync(host, null, "/me", token)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task A_client_that_is_not_told_to_bind_its_tokens_has_them_bound_to_its_certificate()
    {
        using var tls = new MutualTls();
        await using var host = await TestHost.StartAsync(FapiClient.Plan.And(tls.Plan).And(new()
        {
            Options = options =>
            {
                options.Clients.Remove(options.Clients.Single(client => client.Id == MutualTls.Program.Id));
                options.Clients.Single(client => client.Id == MutualTls.Holder.Id).CertificateBoundTokens = false;
            },
        }));

        var token = (await tls.TokenAsync(host, tls.Mine, MutualTls.Holder)).Member("access_token")!;

        Assert.That((await tls.GetAsync(host, tls.Theirs, "/me", token)).Status, Is.EqualTo(401));
    }

    [Test]
    public void A_contract_that_gives_out_bearer_tokens_is_refused() => Assert.That(
        () => TestHost.StartAsync(FapiClient.Plan with { Contracts = builder => builder.AddContract<OAuthContract>().AddContract<LaravelContract>() }),
        Throws.TypeOf<OptionsValidationException>().With.Message.EqualTo("contract 'laravel' gives out bearer tokens, and OAuth.Profile Fapi2 wants all of them bound to a key: add OAuthContract alone."));

    private static JsonObject Metadata(ECDsa key) => new()
    {
        ["redirect_uris"] = new JsonArray("https://fapi.example/callback"),
        ["grant_types"] = new JsonArray("authorization_code", "refresh_token"),
        ["jwks"] = JsonNode.Parse(OAuthClients.Jwks(key)),
    };

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
}
