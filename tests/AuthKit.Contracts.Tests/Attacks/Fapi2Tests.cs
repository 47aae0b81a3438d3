using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>The FAPI 2.0 Attacker Model: whoever reads requests, answers and stores, has tokens stolen, or runs a client or a server of their own, against a host that is held to the profile.</summary>
internal sealed class Fapi2Tests
{
    [Test]
    public async Task A_stolen_code_is_none_at_another_client_and_stays_good()
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);
        using var thief = FapiClient.Other(host);
        var code = await client.CodeAsync();

        (await thief.RedeemAsync(code)).AssertRefused(400, "invalid_grant");
        (await thief.RedeemAsync(code, ("redirect_uri", OAuthClients.Signer.RedirectUri))).AssertRefused(400, "invalid_grant");
        (await DPoPKey.PostAsync(host, "/token", [thief.Proof()], ("grant_type", "authorization_code"), ("client_id", OAuthClients.Signer.Id), ("code", code), ("redirect_uri", OAuthClients.Signer.RedirectUri), ("code_verifier", Authorizing.Verifier)))
            .AssertRefused(401, "invalid_client", "in the client's name, without its key");

        Assert.That((await client.RedeemAsync(code)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_mix_up_is_seen_because_every_answer_says_whose_it_is()
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);
        using var browser = new Browser(host);

        var consent = await browser.SignInAsync(await browser.OpenAsync(Address(client, await client.PushAsync())));
        var told = PageHost.ToClient(await browser.SubmitAsync(consent, ("decision", "allow")), OAuthClients.Signer.RedirectUri);

        Assert.That((told.ContainsKey("code"), told["iss"]), Is.EqualTo((true, TestHost.Issuer)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("wrong-wrong-wrong-wrong-wrong-wrong-wrong-wrong")]
    public async Task An_injected_code_fails_by_its_verifier(string? verifier)
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);

        (await client.RedeemAsync(await client.CodeAsync(), ("code_verifier", verifier))).AssertRefused(400, "invalid_grant");
    }

    [TestCase("code_challenge", null, "code_challenge_method", null)]
    [TestCase("code_challenge_method", null, "code_challenge", Authorizing.Challenge)]
    [TestCase("code_challenge", Authorizing.Verifier, "code_challenge_method", "plain")]
    public async Task No_request_goes_without_a_challenge(string name, string? value, string other, string? otherValue)
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);

        AssertInvalid(await client.PushAsync((name, value), (other, otherValue)), "invalid_request");
    }

    [Test]
    public async Task A_pushed_request_is_its_client_s_alone_and_answered_once()
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);
        var request = client.Reference(await client.PushAsync());

        Assert.That((await new Authorizing(host).AskAsync(request with { ClientId = OAuthClients.OtherSigner.Id })).Failure?.Fault, Is.EqualTo(Fault.InvalidRequestUri), "another client's");
        Assert.That((await new Authorizing(host).AskAsync(request)).Value, Is.InstanceOf<AuthorizationGranted>());
        Assert.That((await new Authorizing(host).AskAsync(request)).Failure?.Fault, Is.EqualTo(Fault.InvalidRequestUri), "a replay");
    }

    [Test]
    public async Task A_request_that_was_not_pushed_is_refused_and_what_comes_beside_one_that_was_does_not_count()
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);
        var bare = Authorizing.RequestOf(OAuthClients.Signer);
        var beside = client.Reference(await client.PushAsync()) with { RedirectUri = "https://evil.example/", State = "forged", CodeChallenge = null, Scope = "openid phone" };

        Assert.That((await new Authorizing(host).AskAsync(bare)).Value, Is.InstanceOf<AuthorizationRefused>());
        var granted = (await new Authorizing(host).AskAsync(beside)).Value as AuthorizationGranted;

        Assert.That((granted?.RedirectUri, granted?.State), Is.EqualTo((OAuthClients.Signer.RedirectUri, "af0ifjsldkj")));
        Assert.That(OAuthTokens.Of(await client.RedeemAsync(granted!.Code)).Scope, Is.EqualTo("openid email offline_access"));
    }

    [Test]
    public async Task A_request_without_its_client_s_key_is_not_pushed()
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);

        AssertInvalid(await client.PushAsync(("client_assertion", null), ("client_assertion_type", null), ("client_id", OAuthClients.Signer.Id)), "invalid_client");
    }

    [TestCase("redirect_uri", null, "invalid_request")]
    [TestCase("redirect_uri", "https://evil.example/", "invalid_request")]
    [TestCase("response_type", "id_token", "unauthorized_client")]
    [TestCase("response_type", "code id_token", "unauthorized_client")]
    [TestCase("response_type", "token", "unsupported_response_type")]
    public async Task What_the_profile_rules_out_is_not_pushed(string name, string? value, string error)
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);

        AssertInvalid(await client.PushAsync((name, value), ("nonce", "n")), error);
    }

    [Test]
    public async Task A_request_lasts_less_than_ten_minutes_and_a_code_one()
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);
        var pushed = await client.PushAsync();
        var (early, late) = (await client.CodeAsync(), await client.CodeAsync());

        host.Clock.Advance(TimeSpan.FromSeconds(59));
        var inTime = await client.RedeemAsync(early);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That(pushed.Json.GetProperty("expires_in").GetInt32(), Is.LessThan(600));
        Assert.That(inTime.Status, Is.EqualTo(200));
        (await client.RedeemAsync(late)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task A_code_is_redeemed_once_and_a_replay_ends_what_it_gave()
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);
        var code = await client.CodeAsync();
        var tokens = OAuthTokens.Of(await client.RedeemAsync(code));

        (await client.RedeemAsync(code)).AssertRefused(400, "invalid_grant");

        Assert.That((await client.Holder.GetAsync(host, "/userinfo", tokens.Access)).Status, Is.EqualTo(401));
    }

    [TestCase("authorization_code")]
    [TestCase("refresh_token")]
    [TestCase("client_credentials")]
    [TestCase("urn:ietf:params:oauth:grant-type:device_code")]
    public async Task No_grant_gives_a_token_that_is_bound_to_nothing(string grant)
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);
        var fields = await FieldsAsync(host, client, grant);

        (await client.TokenAsync(grant, [], fields)).AssertRefused(400, "invalid_dpop_proof");
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var answer = await client.TokenAsync(grant, [client.Proof()], fields);

        Assert.That((answer.Status, answer.Member("token_type")), Is.EqualTo((200, "DPoP")), answer.Body);
    }

    [Test]
    public async Task A_stolen_token_opens_nothing_without_a_proof_and_with_one_of_another_key()
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);
        using var thief = new DPoPKey();
        var tokens = await client.ObtainAsync();

        foreach (var path in new[] { "/me", "/userinfo" })
        {
            Assert.That((await host.GetAsync(path, Requests.Bearer(tokens.Access))).Status, Is.EqualTo(401), path);
            var refused = await thief.GetAsync(host, path, tokens.Access);
            Assert.That(refused.Status, Is.EqualTo(401), path);
            Assert.That(refused.Header("WWW-Authenticate"), Does.EndWith("algs=\"ES256 PS256\""));
            Assert.That((await client.Holder.GetAsync(host, path, tokens.Access)).Status, Is.Not.EqualTo(401), path);
        }

        Assert.That((await client.Holder.GetAsync(host, "/userinfo", tokens.Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_code_whose_request_was_pushed_with_a_proof_needs_that_key()
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);
        using var other = new DPoPKey();
        var pushed = await client.PushAsync([client.Holder.Proof(host, "POST", "/par")]);
        var code = await new Authorizing(host).CodeAsync(client.Reference(pushed));

        (await client.RedeemAsync(code, [other.Proof(host, "POST", "/token")])).AssertRefused(400, "invalid_grant");

        Assert.That((await client.RedeemAsync(code)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_stolen_refresh_token_is_worth_nothing_without_its_client_s_key_and_costs_it_nothing()
    {
        await using var host = await StartAsync();
        using var client = FapiClient.Signer(host);
        using var thief = FapiClient.Other(host);
        var tokens = await client.ObtainAsync();

        (await thief.RefreshAsync(tokens.Refresh!)).AssertRefused(400, "invalid_grant", "another client");
        (await thief.TokenAsync("refresh_token", ("refresh_token", tokens.Refresh), ("client_id", OAuthClients.Signer.Id))).AssertRefused(401, "invalid_client", "another client's key");
        (await thief.TokenAsync("refresh_token", ("refresh_token", tokens.Refresh), ("client_id", OAuthClients.Signer.Id), ("client_assertion", null), ("client_assertion_type", null))).AssertRefused(401, "invalid_client", "no key");

        Assert.That((await client.RefreshAsync(tokens.Refresh!)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task An_assertion_for_several_or_for_an_endpoint_is_for_nobody()
    {
        await using var host = await StartAsync();

        foreach (var audience in new JsonNode[] { new JsonArray(TestHost.Issuer), new JsonArray(TestHost.Issuer, "https://other.example"), $"{TestHost.Issuer}/token", $"{TestHost.Issuer}/" })
        {
            var assertion = new Assertion(host, OAuthClients.Signer) { Payload = { ["aud"] = audience } };
            (await Assertion.PresentAsync(host, assertion.Signed(OAuthClients.SignerKey))).AssertRefused(401, "invalid_client", audience.ToJsonString());
        }
    }

    private static async Task<TestHost> StartAsync()
    {
        var host = await TestHost.StartAsync(FapiClient.Plan);
        await new OAuthSpeaker().RegisterAsync(host);
        return host;
    }

    private static async Task<(string Name, string? Value)[]> FieldsAsync(TestHost host, FapiClient client, string grant)
    {
        switch (grant)
        {
            case GrantTypes.AuthorizationCode:
                return [("code", await client.CodeAsync()), ("redirect_uri", OAuthClients.Signer.RedirectUri), ("code_verifier", Authorizing.Verifier)];
            case GrantTypes.RefreshToken:
                return [("refresh_token", (await client.ObtainAsync()).Refresh)];
            case GrantTypes.DeviceCode:
                var codes = await host.PostFormAsync("/device_authorization", [("scope", "openid"), .. client.Credentials]);
                await new Authorizing(host).DecideAsync(codes.Member("user_code")!);
                return [("device_code", codes.Member("device_code"))];
            default:
                return [];
        }
    }

    private static string Address(FapiClient client, Answer pushed)
    {
        var request = client.Reference(pushed);
        return $"/authorize?client_id={request.ClientId}&request_uri={Uri.EscapeDataString(request.RequestUri!)}";
    }

    private static void AssertInvalid(Answer answer, string error) =>
        Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((error is "invalid_client" ? 401 : 400, error)), answer.Body);
}
