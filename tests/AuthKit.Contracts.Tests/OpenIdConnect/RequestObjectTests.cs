using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Contracts.Tests.Tokens;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>RFC 9101: a client asks by what it has signed, through the browser or pushed.</summary>
internal sealed class RequestObjectTests
{
    [TestCase("oauth-authz-req+jwt")]
    [TestCase("OAuth-Authz-Req+JWT")]
    [TestCase("application/oauth-authz-req+jwt")]
    [TestCase("JWT")]
    [TestCase(null)]
    public async Task A_signed_request_is_answered(string? type)
    {
        await using var host = await StartAsync();
        var made = RequestObject.Of(host, OAuthClients.Signer, ("nonce", "n-0S6_WzA2Mj"));
        made.Header["typ"] = type;
        if (type is null)
            made.Header.Remove("typ");

        var granted = await GrantedAsync(host, RequestObject.Carry(OAuthClients.Signer, made.Signed(OAuthClients.SignerKey)));

        Assert.That((granted.RedirectUri, granted.State), Is.EqualTo((OAuthClients.Signer.RedirectUri, "signed")));
        var tokens = OAuthTokens.Of(await RedeemAsync(host, granted.Code));
        Assert.That((tokens.Scope, new Forgery(tokens.Id!).Payload["nonce"]!.GetValue<string>()), Is.EqualTo(("openid email", "n-0S6_WzA2Mj")));
    }

    [Test]
    public async Task Numbers_and_empty_members_are_read_as_what_they_are()
    {
        await using var host = await StartAsync();
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.That((await authorizing.AskAsync(Carry(host, ("max_age", 60), ("prompt", null), ("nonce", "")), browser)).Value, Is.InstanceOf<SignInWanted>());
        Assert.That((await authorizing.AskAsync(Carry(host, ("max_age", 62), ("prompt", null), ("nonce", "")), browser)).Value, Is.InstanceOf<AuthorizationGranted>());
        Assert.That((await authorizing.AskAsync(Carry(host, ("max_age", 1.5)), browser)).Value, Is.InstanceOf<AuthorizationRefused>());
        Assert.That((await authorizing.AskAsync(Carry(host, ("max_age", new JsonObject())), browser)).Value, Is.InstanceOf<AuthorizationRefused>());
    }

    [Test]
    public async Task It_may_be_pushed()
    {
        await using var host = await StartAsync();

        var pushed = await RequestObject.PushAsync(host, OAuthClients.Signer, RequestObject.Of(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey));

        Assert.That(pushed.Status, Is.EqualTo(201), pushed.Body);
        var granted = await GrantedAsync(host, new() { ClientId = OAuthClients.Signer.Id, RequestUri = pushed.Member("request_uri") });
        Assert.That(granted.State, Is.EqualTo("signed"));
    }

    [Test]
    public async Task It_leads_through_the_pages_though_it_expires_meanwhile()
    {
        await using var host = await PageHost.WithAccountAsync(new() { Options = options => options.Clients.Single(client => client.Id == "store").Jwks = OAuthClients.Jwks(OAuthClients.SignerKey) });
        using var browser = new Browser(host);
        var store = new OAuthClient("store", null, PageHost.Redirect);
        var signed = RequestObject.Of(host, store, ("exp", host.Clock.GetUtcNow().AddSeconds(30).ToUnixTimeSeconds()), ("response_mode", "query")).Signed(OAuthClients.SignerKey);

        var signIn = await browser.OpenAsync($"/authorize?client_id=store&request={signed}");
        Assert.That(signIn.Body, Does.Contain("to continue to The Shop"));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var consent = await browser.SignInAsync(signIn);
        Assert.That(consent.Body, Does.Contain("The Shop would like access"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(PageHost.ToClient(await browser.SubmitAsync(consent, ("decision", "allow"))), Does.ContainKey("code"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Where_it_is_required_nothing_else_will_do(bool ofAll)
    {
        await using var host = await StartAsync(options =>
        {
            options.OAuth.RequireRequestObjects = ofAll;
            options.Clients.Single(client => client.Id == OAuthClients.Signer.Id).RequireRequestObjects = !ofAll;
        });
        var plain = Authorizing.RequestOf(OAuthClients.Signer);
        var signed = RequestObject.Of(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey);

        Assert.That((await new Authorizing(host).AskAsync(plain)).Value, Is.InstanceOf<AuthorizationRefused>());
        Assert.That((await host.PostFormAsync("/par", [.. Proof(host), ("response_type", "code"), ("redirect_uri", OAuthClients.Signer.RedirectUri)])).Status, Is.EqualTo(400));
        await GrantedAsync(host, RequestObject.Carry(OAuthClients.Signer, signed));
        await GrantedAsync(host, new() { ClientId = OAuthClients.Signer.Id, RequestUri = (await RequestObject.PushAsync(host, OAuthClients.Signer, signed)).Member("request_uri") });
        Assert.That((await host.GetAsync("/.well-known/openid-configuration")).Member("require_signed_request_object"), Is.EqualTo(ofAll.ToString()));
    }

    [Test]
    public async Task The_algorithm_is_the_one_that_the_client_has_named()
    {
        using var rsa = RSA.Create(2048);
        await using var host = await StartAsync(options =>
        {
            var signer = options.Clients.Single(client => client.Id == OAuthClients.Signer.Id);
            var (one, other) = (JsonNode.Parse(OAuthClients.Jwks(OAuthClients.SignerKey))!["keys"]![0]!, rsa.ExportParameters(false));
            signer.Jwks = new JsonObject { ["keys"] = new JsonArray(one.DeepClone(), new JsonObject { ["kty"] = "RSA", ["n"] = Base64(other.Modulus!), ["e"] = Base64(other.Exponent!) }) }.ToJsonString();
            signer.RequestObjectAlgorithm = "PS256";
        });
        var made = RequestObject.Of(host, OAuthClients.Signer);

        Assert.That((await new Authorizing(host).AskAsync(RequestObject.Carry(OAuthClients.Signer, made.Signed(OAuthClients.SignerKey)))).Value, Is.InstanceOf<AuthorizationRefused>());
        made.Header["alg"] = "RS256";
        Assert.That((await new Authorizing(host).AskAsync(RequestObject.Carry(OAuthClients.Signer, made.Signed(data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))))).Value, Is.InstanceOf<AuthorizationRefused>());
        made.Header["alg"] = "PS256";
        await GrantedAsync(host, RequestObject.Carry(OAuthClients.Signer, made.Signed(data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))));

        static string Base64(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
    }

    private static async Task<TestHost> StartAsync(Action<AuthKitOptions>? change = null)
    {
        var host = await TestHost.StartAsync(new() { Options = change ?? (_ => { }) });
        await new OAuthSpeaker().RegisterAsync(host);
        return host;
    }

    private static AuthorizationParameters Carry(TestHost host, params (string Name, JsonNode? Value)[] changes) =>
        RequestObject.Carry(OAuthClients.Signer, RequestObject.Of(host, OAuthClients.Signer, changes).Signed(OAuthClients.SignerKey));

    private static async Task<AuthorizationGranted> GrantedAsync(TestHost host, AuthorizationParameters request)
    {
        var outcome = await new Authorizing(host).AskAsync(request);
        Assert.That(outcome.Value, Is.InstanceOf<AuthorizationGranted>(), $"{outcome.Failure?.Fault} {(outcome.Value as AuthorizationRefused)?.Failure.Fault}");
        return (AuthorizationGranted)outcome.Value!;
    }

    private static Task<Answer> RedeemAsync(TestHost host, string code) =>
        host.PostFormAsync("/token", [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", OAuthClients.Signer.RedirectUri), .. Proof(host)]);

    private static (string, string)[] Proof(TestHost host) =>
        [("client_assertion_type", Assertion.Type), ("client_assertion", new Assertion(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey))];
}
