using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9449 §7 and §11: a token that is bound to a key is worth nothing without it.</summary>
internal sealed class BoundTokenTests
{
    private static readonly string[] Resources = ["/me", "/userinfo"];

    [Test]
    public async Task A_downgrade_to_a_bearer_token_is_refused_with_a_proof_and_without()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.House);

        foreach (var path in Resources)
        {
            Assert.That((await host.GetAsync(path, Requests.Bearer(tokens.Access))).Status, Is.EqualTo(401), path);
            Assert.That((await DPoPKey.GetAsync(host, path, tokens.Access, key.Proof(host, "GET", path, tokens.Access), "Bearer")).Status, Is.EqualTo(401), path);
            Assert.That((await host.GetAsync(path, ("Authorization", $"DPoP {tokens.Access}"))).Status, Is.EqualTo(401), path);
            Assert.That((await key.GetAsync(host, path, tokens.Access)).Status, Is.EqualTo(200), path);
        }

        Assert.That((await host.PostFormAsync("/userinfo", ("access_token", tokens.Access))).Status, Is.EqualTo(401));
        Assert.That((await DPoPKey.PostAsync(host, "/userinfo", [key.Proof(host, "POST", "/userinfo", tokens.Access)], ("access_token", tokens.Access))).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Every_contract_s_routes_refuse_it_without_a_proof()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.House);

        Assert.That((await host.PostJsonAsync("/api/v1/logout", "{}", Requests.Bearer(tokens.Access))).Status, Is.EqualTo(401));
        Assert.That((await host.GetAsync($"/User/GetUser?Email={Speaker.Email}", ("Token", tokens.Access))).Status, Is.EqualTo(401));
        Assert.That((await key.GetAsync(host, "/me", tokens.Access)).Status, Is.EqualTo(200), "nothing of this has ended the session");
    }

    [Test]
    public async Task A_proof_of_another_key_or_of_another_token_opens_nothing()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        using var thief = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.House);
        var others = await key.ObtainAsync(host, OAuthClients.House);

        foreach (var path in Resources)
        {
            foreach (var proof in new[]
            {
                thief.Proof(host, "GET", path, tokens.Access),
                key.Proof(host, "GET", path, others.Access),
                key.Proof(host, "GET", path),
                key.Proof(host, "GET", path, change: (_, payload) => payload["ath"] = 1),
                key.Proof(host, "GET", path, tokens.Access, change: (_, payload) => payload["ath"] = $"{payload["ath"]}="),
                key.Proof(host, "POST", path, tokens.Access),
                key.Proof(host, "GET", "/other", tokens.Access),
                key.Proof(host, "GET", path, tokens.Access, change: (_, payload) => payload["htu"] = $"https://evil.example{path}"),
                key.Proof(host, "GET", path, tokens.Access, change: (_, payload) => payload["htu"] = $"{host.Address.GetLeftPart(UriPartial.Authority)}{path}"),
            })
            {
                var answer = await DPoPKey.GetAsync(host, path, tokens.Access, proof, "DPoP");
                Assert.That((answer.Status, answer.Header("WWW-Authenticate")![..30]), Is.EqualTo((401, "DPoP error=\"invalid_dpop_proof")), $"{path} {proof}");
            }
        }
    }

    [Test]
    public async Task What_the_sender_calls_this_server_is_not_believed()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.House);
        var proof = key.Proof(host, "GET", "/me", tokens.Access, change: (_, payload) => payload["htu"] = "https://evil.example/me");

        var answer = await host.GetAsync("/me", ("Authorization", $"DPoP {tokens.Access}"), ("DPoP", proof), ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"));

        Assert.That(answer.Status, Is.EqualTo(401));
    }

    [Test]
    public async Task A_stolen_refresh_token_of_a_public_client_is_worth_nothing_and_costs_its_owner_nothing()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        using var thief = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.App);

        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.App, tokens.Refresh!)).AssertRefused(400, "invalid_grant");
        (await thief.RefreshAsync(host, OAuthClients.App, tokens.Refresh!)).AssertRefused(400, "invalid_grant");

        Assert.That((await key.RefreshAsync(host, OAuthClients.App, tokens.Refresh!)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Within_the_grace_a_superseded_refresh_token_needs_the_key_as_well()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Sessions.PublicClientRefreshGrace = TimeSpan.FromSeconds(10) });
        using var key = new DPoPKey();
        using var thief = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.App);
        await key.RefreshAsync(host, OAuthClients.App, tokens.Refresh!);

        (await thief.RefreshAsync(host, OAuthClients.App, tokens.Refresh!)).AssertRefused(400, "invalid_grant");
        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.App, tokens.Refresh!)).AssertRefused(400, "invalid_grant");

        Assert.That((await key.RefreshAsync(host, OAuthClients.App, tokens.Refresh!)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_stolen_code_whose_request_named_a_key_is_worth_nothing_to_another()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        using var thief = new DPoPKey();
        await new OAuthSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(Authorizing.RequestOf(OAuthClients.App) with { DPoPKey = key.Thumbprint });

        (await OAuthSpeaker.RedeemAsync(host, OAuthClients.App, code)).AssertRefused(400, "invalid_grant");
        (await thief.RedeemAsync(host, OAuthClients.App, code)).AssertRefused(400, "invalid_grant");

        Assert.That((await key.RedeemAsync(host, OAuthClients.App, code)).Status, Is.EqualTo(200));
    }

    [TestCase("short")]
    [TestCase("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=")]
    [TestCase("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw_c!")]
    public async Task What_is_no_thumbprint_names_no_key(string thumbprint)
    {
        var host = await SharedHost.GetAsync();

        var answer = await host.PostFormAsync("/par", ("client_id", "app"), ("response_type", "code"), ("redirect_uri", "http://127.0.0.1/callback"), ("code_challenge", Authorizing.Challenge), ("code_challenge_method", "S256"), ("dpop_jkt", thumbprint));

        Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((400, "invalid_request")));
    }

    [Test]
    public async Task A_nonce_is_this_server_s_own_and_ends()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.OAuth.DPoP.RequireNonce = true });
        using var key = new DPoPKey();
        var nonce = (await key.TokenAsync(host, OAuthClients.Robot, "client_credentials")).Header("DPoP-Nonce")!;
        var changed = (nonce[0] == 'A' ? 'B' : 'A') + nonce[1..];

        foreach (var forged in new JsonNode[] { "", changed, nonce + "A", "nonce\u00e9" })
            (await DPoPKey.TokenAsync(host, key.Proof(host, "POST", "/token", change: (_, payload) => payload["nonce"] = forged.DeepClone()), OAuthClients.Robot, "client_credentials")).AssertRefused(400, "use_dpop_nonce");
        (await DPoPKey.TokenAsync(host, key.Proof(host, "POST", "/token", change: (_, payload) => payload["nonce"] = 1), OAuthClients.Robot, "client_credentials")).AssertRefused(400, "invalid_dpop_proof");
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        (await DPoPKey.TokenAsync(host, key.Proof(host, "POST", "/token", nonce: nonce), OAuthClients.Robot, "client_credentials")).AssertRefused(400, "use_dpop_nonce");
    }

    [Test]
    public async Task A_nonce_counts_where_it_is_not_asked_for_too()
    {
        var host = await SharedHost.GetAsync();
        using var key = new DPoPKey();

        var answer = await DPoPKey.TokenAsync(host, key.Proof(host, "POST", "/token", nonce: "forged"), OAuthClients.Robot, "client_credentials");

        answer.AssertRefused(400, "use_dpop_nonce");
        Assert.That(answer.Header("DPoP-Nonce"), Is.Not.Null);
    }
}
