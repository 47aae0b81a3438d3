using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.AspNetCore.Builder;

namespace AuthKit.Contracts.Tests.SenderConstrained;

/// <summary>RFC 9449: tokens that are worth something only to whoever holds a key.</summary>
internal sealed class DPoPTests
{
    private const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";

    [Test]
    public async Task A_code_is_exchanged_for_tokens_that_are_bound_to_the_key()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        await new OAuthSpeaker().RegisterAsync(host);

        var answer = await key.RedeemAsync(host, OAuthClients.House, await new Authorizing(host).CodeAsync(OAuthClients.House));
        var tokens = OAuthTokens.Of(answer);

        Assert.That(answer.Member("token_type"), Is.EqualTo("DPoP"));
        Assert.That((await key.GetAsync(host, "/userinfo", tokens.Access)).Member("email"), Is.EqualTo(Speaker.Email));
        Assert.That((await key.GetAsync(host, "/me", tokens.Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_public_client_s_refresh_token_is_bound_and_a_confidential_one_s_is_not()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        using var next = new DPoPKey();
        var app = await key.ObtainAsync(host, OAuthClients.App);
        var shop = await key.ObtainAsync(host, OAuthClients.Shop);

        app = OAuthTokens.Of(await key.RefreshAsync(host, OAuthClients.App, app.Refresh!));
        (await next.RefreshAsync(host, OAuthClients.App, app.Refresh!)).AssertRefused(400, "invalid_grant");
        var renewed = OAuthTokens.Of(await next.RefreshAsync(host, OAuthClients.Shop, shop.Refresh!));

        Assert.That((await key.GetAsync(host, "/userinfo", app.Access)).Status, Is.EqualTo(200));
        Assert.That((await next.GetAsync(host, "/userinfo", renewed.Access)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_client_in_its_own_name_and_a_device_get_bound_tokens_too()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        await new OAuthSpeaker().RegisterAsync(host);
        var codes = await OAuthSpeaker.AuthorizeDeviceAsync(host, OAuthClients.App);
        await new Authorizing(host).DecideAsync(codes.Member("user_code")!);

        var device = await key.TokenAsync(host, OAuthClients.App, DeviceCode, ("device_code", codes.Member("device_code")!));
        var robot = await key.TokenAsync(host, OAuthClients.Robot, "client_credentials");

        foreach (var answer in new[] { device, robot })
            Assert.That(answer.Member("token_type"), Is.EqualTo("DPoP"), answer.Body);
        Assert.That((await key.RefreshAsync(host, OAuthClients.App, device.Member("refresh_token")!)).Status, Is.EqualTo(200));
        (await OAuthSpeaker.RefreshAsync(host, OAuthClients.App, device.Member("refresh_token")!)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task Introspection_tells_of_the_key()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.Shop);

        var facts = await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, tokens.Access);

        Assert.That((facts.Member("active"), facts.Member("token_type"), facts.Member("cnf.jkt")), Is.EqualTo(("True", "DPoP", key.Thumbprint)));
    }

    [Test]
    public async Task A_client_that_is_registered_so_gets_no_bearer_token()
    {
        var bound = new OAuthClient("bound", null, "http://127.0.0.1/bound");
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Clients.Add(bound.Listed(client => client.DPoPBoundTokens = true)) });
        using var key = new DPoPKey();
        await new OAuthSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(bound);

        (await OAuthSpeaker.RedeemAsync(host, bound, code)).AssertRefused(400, "invalid_dpop_proof");
        Assert.That((await key.RedeemAsync(host, bound, code)).Member("token_type"), Is.EqualTo("DPoP"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_pushed_request_names_the_key_by_proof_or_by_parameter(bool byProof)
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        using var other = new DPoPKey();
        await new OAuthSpeaker().RegisterAsync(host);
        var pushed = await DPoPKey.PostAsync(host, "/par", byProof ? [key.Proof(host, "POST", "/par")] : [], [.. Request, .. byProof ? Array.Empty<(string, string)>() : [("dpop_jkt", key.Thumbprint)]]);
        Assert.That(pushed.Status, Is.EqualTo(201), pushed.Body);
        var code = await new Authorizing(host).CodeAsync(new AuthorizationParameters { ClientId = OAuthClients.App.Id, RequestUri = pushed.Member("request_uri") });

        (await other.RedeemAsync(host, OAuthClients.App, code)).AssertRefused(400, "invalid_grant");
        Assert.That((await key.RedeemAsync(host, OAuthClients.App, code)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_pushed_request_that_names_two_keys_is_refused()
    {
        var host = await SharedHost.GetAsync();
        using var key = new DPoPKey();
        using var other = new DPoPKey();

        var answer = await DPoPKey.PostAsync(host, "/par", [key.Proof(host, "POST", "/par")], [.. Request, ("dpop_jkt", other.Thumbprint)]);

        Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((400, "invalid_dpop_proof")));
    }

    [Test]
    public async Task A_nonce_that_is_required_comes_with_the_refusal()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.OAuth.DPoP.RequireNonce = true });
        using var key = new DPoPKey();

        var refused = await key.TokenAsync(host, OAuthClients.Robot, "client_credentials");
        refused.AssertRefused(400, "use_dpop_nonce");
        var nonce = refused.Header("DPoP-Nonce")!;
        var granted = await DPoPKey.TokenAsync(host, key.Proof(host, "POST", "/token", nonce: nonce), OAuthClients.Robot, "client_credentials");
        var token = granted.Member("access_token")!;

        var unasked = await key.GetAsync(host, "/userinfo", token);
        Assert.That((unasked.Status, unasked.Header("DPoP-Nonce")), Is.EqualTo((401, nonce)));
        Assert.That(unasked.Header("WWW-Authenticate"), Does.StartWith("DPoP error=\"use_dpop_nonce\"").And.Contain("algs=\"ES256 "));
        Assert.That((await key.GetAsync(host, "/me", token)).Header("WWW-Authenticate"), Does.StartWith("DPoP error=\"use_dpop_nonce\""));
        // A client in its own name has no claims of a user's, and is nobody whom the host let in.
        Assert.That((await key.GetAsync(host, "/userinfo", token, nonce)).Status, Is.EqualTo(403));
        Assert.That((await key.GetAsync(host, "/me", token, nonce)).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task A_nonce_is_good_for_a_while_and_its_successor_comes_with_the_reply()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.OAuth.DPoP.RequireNonce = true });
        using var key = new DPoPKey();
        var first = (await key.TokenAsync(host, OAuthClients.Robot, "client_credentials")).Header("DPoP-Nonce")!;
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var late = await DPoPKey.TokenAsync(host, key.Proof(host, "POST", "/token", nonce: first), OAuthClients.Robot, "client_credentials");

        Assert.That(late.Status, Is.EqualTo(200), late.Body);
        Assert.That(late.Header("DPoP-Nonce"), Is.Not.Null.And.Not.EqualTo(first));
        var again = await DPoPKey.TokenAsync(host, key.Proof(host, "POST", "/token", nonce: late.Header("DPoP-Nonce")), OAuthClients.Robot, "client_credentials");
        Assert.That((again.Status, again.Header("DPoP-Nonce")), Is.EqualTo((200, (string?)null)));
    }

    [Test]
    public async Task With_a_nonce_no_client_s_clock_matters()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.OAuth.DPoP.RequireNonce = true });
        using var key = new DPoPKey();
        var nonce = (await key.TokenAsync(host, OAuthClients.Robot, "client_credentials")).Header("DPoP-Nonce")!;

        var proof = key.Proof(host, "POST", "/token", nonce: nonce, change: (_, payload) => payload["iat"] = 1);

        Assert.That((await DPoPKey.TokenAsync(host, proof, OAuthClients.Robot, "client_credentials")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Addresses_are_compared_as_addresses_without_their_query()
    {
        await using var host = await TestHost.StartAsync(new()
        {
            Options = options => options.OAuth.DPoP.Origins.Add("https://api.example"),
            Mapping = app =>
            {
                app.UsePathBase("/base").UseRouting().UseAuthentication().UseAuthorization();
                app.MapAuthKit();
            },
            Map = app => app.MapGet("/a b/{rest}", () => "in").RequireAuthorization(),
        });
        using var key = new DPoPKey();
        var tokens = await key.ObtainAsync(host, OAuthClients.House);

        foreach (var (path, address) in new[]
        {
            ("/me?a=b", "https://auth.example/me?a=b"),
            ("/me?a=b", "https://auth.example/me"),
            ("/me", "HTTPS://AUTH.example:443/x/../me#f"),
            ("/me", "https://api.example/me"),
            ("/base/me", "https://auth.example/base/me"),
            ("/a%20b/%C3%A9", "https://auth.example/a%20b/%c3%a9"),
        })
        {
            var proof = key.Proof(host, "GET", path, tokens.Access, change: (_, payload) => payload["htu"] = address);
            Assert.That((await DPoPKey.GetAsync(host, path, tokens.Access, proof, "dpop")).Status, Is.EqualTo(200), $"{path} {address}");
        }
    }

    [Test]
    public async Task Bearer_tokens_go_on_as_before_whatever_comes_with_them()
    {
        await using var host = await TestHost.StartAsync();
        using var key = new DPoPKey();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.House);

        Assert.That((await DPoPKey.GetAsync(host, "/me", tokens.Access, "nonsense", "Bearer")).Status, Is.EqualTo(200));
        Assert.That((await key.GetAsync(host, "/me", tokens.Access)).Status, Is.EqualTo(401), "an unbound token is no DPoP token");
    }

    private static (string Name, string Value)[] Request =>
    [
        ("client_id", OAuthClients.App.Id), ("response_type", "code"), ("redirect_uri", OAuthClients.App.RedirectUri), ("scope", "openid"),
        ("code_challenge", Authorizing.Challenge), ("code_challenge_method", "S256"),
    ];
}
