using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Contracts.Tests.Tokens;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9101 §6.3 and §10: a request object is its client's own, for this server, for now, whole, and no other JWT.</summary>
internal sealed class RequestObjectTests
{
    private static readonly Dictionary<string, Action<Assertion, long>> Changes = new()
    {
        ["another issuer"] = (made, _) => made.Payload["iss"] = "other-signer",
        ["no issuer"] = (made, _) => made.Payload.Remove("iss"),
        ["another client"] = (made, _) => made.Payload["client_id"] = "other-signer",
        ["no client"] = (made, _) => made.Payload.Remove("client_id"),
        ["a client that is no text"] = (made, _) => made.Payload["client_id"] = new JsonArray("signer"),
        ["the client as the subject"] = (made, _) => made.Payload["sub"] = "signer",
        ["another server"] = (made, _) => made.Payload["aud"] = "https://other.example",
        ["the authorization endpoint"] = (made, _) => made.Payload["aud"] = $"{TestHost.Issuer}/authorize",
        ["another server and this one"] = (made, _) => made.Payload["aud"] = new JsonArray("https://other.example", TestHost.Issuer),
        ["no audience"] = (made, _) => made.Payload.Remove("aud"),
        ["an expiry that has passed"] = (made, now) => made.Payload["exp"] = now - 31,
        ["an expiry far away"] = (made, now) => made.Payload["exp"] = now + 3601,
        ["an expiry that is a text"] = (made, now) => made.Payload["exp"] = $"{now + 60}",
        ["no expiry"] = (made, _) => made.Payload.Remove("exp"),
        ["a beginning to come"] = (made, now) => made.Payload["nbf"] = now + 60,
        ["an issue to come"] = (made, now) => made.Payload["iat"] = now + 60,
        ["an object in it"] = (made, _) => made.Payload["request"] = "a.b.c",
        ["an address in it"] = (made, _) => made.Payload["request_uri"] = "https://signer.example/request",
        ["a pushed request in it"] = (made, _) => made.Payload["request_uri"] = "urn:ietf:params:oauth:request_uri:any",
        ["another algorithm"] = (made, _) => made.Header["alg"] = "ES384",
        ["the type of an access token"] = (made, _) => made.Header["typ"] = "at+jwt",
        ["the type of a client's assertion"] = (made, _) => made.Header["typ"] = "client-authentication+jwt",
        ["the type of a proof"] = (made, _) => made.Header["typ"] = "dpop+jwt",
        ["a type that is no text"] = (made, _) => made.Header["typ"] = 5,
        ["an extension that has to be understood"] = (made, _) => (made.Header["crit"], made.Header["exp"]) = (new JsonArray("exp"), 1),
    };

    [TestCaseSource(nameof(Names))]
    public async Task With_this_it_is_none(string change)
    {
        var host = await SharedHost.GetAsync();
        var made = RequestObject.Of(host, OAuthClients.Signer);
        Changes[change](made, host.Clock.GetUtcNow().ToUnixTimeSeconds());

        await AssertRefusedAsync(host, made.Signed(OAuthClients.SignerKey));
    }

    [Test]
    public async Task Another_clients_object_and_another_clients_key_are_none()
    {
        var host = await SharedHost.GetAsync();

        await AssertRefusedAsync(host, RequestObject.Of(host, OAuthClients.OtherSigner).Signed(OAuthClients.OtherSignerKey));
        await AssertRefusedAsync(host, RequestObject.Of(host, OAuthClients.Signer).Signed(OAuthClients.OtherSignerKey));
    }

    [Test]
    public async Task A_key_that_comes_along_signs_nothing()
    {
        var host = await SharedHost.GetAsync();
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = RequestObject.Of(host, OAuthClients.Signer);
        made.Header["jwk"] = JsonNode.Parse(OAuthClients.Jwks(foreign))!["keys"]![0]!.DeepClone();
        made.Header["jku"] = "https://evil.example/jwks.json";

        await AssertRefusedAsync(host, made.Signed(foreign));
    }

    [TestCase("none")]
    [TestCase("None")]
    [TestCase("nOnE")]
    public async Task No_signature_is_none(string algorithm)
    {
        var host = await SharedHost.GetAsync();
        var made = RequestObject.Of(host, OAuthClients.Signer);
        made.Header["alg"] = algorithm;

        await AssertRefusedAsync(host, made.Signed(_ => []));
        await AssertRefusedAsync(host, made.Signed(OAuthClients.SignerKey));
    }

    [Test]
    public async Task What_is_public_is_no_secret_to_sign_with()
    {
        var host = await SharedHost.GetAsync();
        var made = RequestObject.Of(host, OAuthClients.Signer);
        made.Header["alg"] = "HS256";

        foreach (var secret in new[] { Encoding.UTF8.GetBytes(OAuthClients.Jwks(OAuthClients.SignerKey)), OAuthClients.SignerKey.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(OAuthClients.SignerKey.ExportSubjectPublicKeyInfoPem()), [] })
            await AssertRefusedAsync(host, made.Signed(data => HMACSHA256.HashData(secret, data)));
    }

    [TestCase("")]
    [TestCase("a.b.c")]
    [TestCase("e30.e30.")]
    [TestCase("a.b.c.d.e")]
    [TestCase("....")]
    public async Task Nor_is_what_is_no_JWT(string text)
    {
        var host = await SharedHost.GetAsync();

        var answer = await RequestObject.PushAsync(host, OAuthClients.Signer, text);

        answer.AssertRefused(400, text.Length == 0 ? "invalid_request" : "invalid_request_object");
    }

    [Test]
    public async Task Half_a_character_is_no_text_and_no_error_of_the_server()
    {
        var host = await SharedHost.GetAsync();
        foreach (var name in new[] { "state", "iss", "aud", "client_id", "sub" })
        {
            var made = RequestObject.Of(host, OAuthClients.Signer, (name, "half"));
            var part = $"{Encode(made.Header.ToJsonString())}.{Encode(made.Payload.ToJsonString().Replace("\"half\"", "\"\\ud800\"", StringComparison.Ordinal))}";
            var signed = $"{part}.{Base64Url.EncodeToString(OAuthClients.SignerKey.SignData(Encoding.ASCII.GetBytes(part), HashAlgorithmName.SHA256))}";

            Assert.That((await RequestObject.PushAsync(host, OAuthClients.Signer, signed)).Status, Is.EqualTo(400).Or.EqualTo(201), name);
            (await Assertion.PresentAsync(host, signed)).AssertRefused(401, "invalid_client", name);
        }
    }

    [Test]
    public async Task Too_long_a_one_is_none()
    {
        var host = await SharedHost.GetAsync();

        (await RequestObject.PushAsync(host, OAuthClients.Signer, RequestObject.Of(host, OAuthClients.Signer, ("padding", new string('x', 16 * 1024))).Signed(OAuthClients.SignerKey))).AssertRefused(400, "invalid_request_object");
        (await RequestObject.PushAsync(host, OAuthClients.Signer, RequestObject.Of(host, OAuthClients.Signer, ("state", new string('x', 4001))).Signed(OAuthClients.SignerKey))).AssertRefused(400, "invalid_request");
    }

    [Test]
    public async Task A_replay_after_its_expiry_is_refused_however_the_page_is_reached()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var request = RequestObject.Carry(OAuthClients.Signer, RequestObject.Of(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey));
        var browser = await authorizing.SignInAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(5 * 60 + 30));

        Assert.That(Fault(await authorizing.AskAsync(request, browser, decision: null)), Is.EqualTo(AuthKit.Fault.InvalidRequestObject));
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.That(Fault(await authorizing.AskAsync(request, browser, decision: true)), Is.EqualTo(AuthKit.Fault.InvalidRequestObject));
        var signedIn = await OAuthFlows.Authorize.RunAsync(host.Services, new(request, browser) { JustSignedIn = true, Decision = true }, new() { ClientId = "oauth" }, CancellationToken.None);
        Assert.That(Fault(signedIn), Is.EqualTo(AuthKit.Fault.InvalidRequestObject));
    }

    [Test]
    public async Task What_stands_beside_it_does_not_count()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var signed = RequestObject.Of(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey);
        var tampered = RequestObject.Carry(OAuthClients.Signer, signed) with
        {
            RedirectUri = "https://evil.example/", Scope = "openid phone", State = "forged", ResponseType = "id_token", ResponseMode = "fragment", Nonce = "forged",
            CodeChallenge = Authorizing.Challenge, CodeChallengeMethod = "S256", Prompt = "none", MaxAge = "0", IdTokenHint = "forged",
        };

        var granted = (AuthorizationGranted)(await new Authorizing(host).AskAsync(tampered)).Value!;

        Assert.That((granted.RedirectUri, granted.State, granted.ResponseMode), Is.EqualTo((OAuthClients.Signer.RedirectUri, "signed", "query")));
        var redeemed = OAuthTokens.Of(await host.PostFormAsync("/token", ("grant_type", "authorization_code"), ("code", granted.Code), ("redirect_uri", OAuthClients.Signer.RedirectUri),
            ("client_assertion_type", Assertion.Type), ("client_assertion", new Assertion(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey))));
        Assert.That((redeemed.Scope, new Forgery(redeemed.Id!).Payload.ContainsKey("nonce")), Is.EqualTo(("openid email", false)));
        var pushed = await RequestObject.PushAsync(host, OAuthClients.Signer, signed, ("redirect_uri", "https://evil.example/"), ("state", "forged"), ("response_type", "id_token"));
        var answered = (AuthorizationGranted)(await new Authorizing(host).AskAsync(new AuthorizationParameters { ClientId = OAuthClients.Signer.Id, RequestUri = pushed.Member("request_uri") })).Value!;
        Assert.That((answered.RedirectUri, answered.State), Is.EqualTo((OAuthClients.Signer.RedirectUri, "signed")));
    }

    [Test]
    public async Task It_is_no_assertion_of_its_client_and_an_assertion_no_request()
    {
        var host = await SharedHost.GetAsync();
        var passing = RequestObject.Of(host, OAuthClients.Signer, ("sub", OAuthClients.Signer.Id), ("jti", Guid.NewGuid().ToString()));

        (await Assertion.PresentAsync(host, RequestObject.Of(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey))).AssertRefused(401, "invalid_client");
        (await Assertion.PresentAsync(host, passing.Signed(OAuthClients.SignerKey))).AssertRefused(401, "invalid_client", "its type alone tells");
        await AssertRefusedAsync(host, new Assertion(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey));
    }

    [Test]
    public async Task What_this_server_has_signed_is_no_request_of_a_client()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var idToken = await PageHost.IdTokenAsync(host, browser);
        var answer = PageHost.ToClient(await browser.OpenAsync(PageHost.Authorize(("client_id", "own"), ("response_mode", "jwt"))))["response"]!;
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, email: "bert@example.com");

        foreach (var other in new[] { idToken, answer, tokens.Access, tokens.Id! })
            await AssertRefusedAsync(host, other);
    }

    [Test]
    public async Task Nothing_is_fetched_from_where_an_object_is_said_to_be()
    {
        await using var host = await TestHost.StartAsync();
        var request = Authorizing.RequestOf(OAuthClients.Shop) with { RequestUri = "https://shop.example/request.jwt" };

        Assert.That(Fault(await new Authorizing(host).AskAsync(request, browser: null)), Is.EqualTo(AuthKit.Fault.RequestUriNotSupported));
        Assert.That((await new Authorizing(host).AskAsync(request with { RedirectUri = "https://evil.example/" }, browser: null)).Failure?.Fault, Is.EqualTo(AuthKit.Fault.RequestUriNotSupported));
    }

    [Test]
    public async Task An_object_and_an_address_at_once_are_neither()
    {
        var host = await SharedHost.GetAsync();
        var pushed = await RequestObject.PushAsync(host, OAuthClients.Signer, RequestObject.Of(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey));
        var both = RequestObject.Carry(OAuthClients.Signer, RequestObject.Of(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey)) with { RequestUri = pushed.Member("request_uri") };

        Assert.That((await new Authorizing(host).AskAsync(both, browser: null)).Failure?.Fault, Is.EqualTo(AuthKit.Fault.Malformed));
    }

    // By the browser, where the client's own address is known, and pushed.
    private static async Task AssertRefusedAsync(TestHost host, string signed)
    {
        var request = RequestObject.Carry(OAuthClients.Signer, signed) with { State = "beside" };
        var refused = (await new Authorizing(host).AskAsync(request, browser: null, decision: null)).Value as AuthorizationRefused;
        Assert.That((refused?.Failure.Fault, refused?.RedirectUri, refused?.State), Is.EqualTo((AuthKit.Fault.InvalidRequestObject, OAuthClients.Signer.RedirectUri, "beside")));
        (await RequestObject.PushAsync(host, OAuthClients.Signer, signed)).AssertRefused(400, "invalid_request_object");
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static Fault? Fault(Outcome<AuthorizationStep> outcome) => (outcome.Value as AuthorizationRefused)?.Failure.Fault;

    private static IEnumerable<string> Names => Changes.Keys;
}
