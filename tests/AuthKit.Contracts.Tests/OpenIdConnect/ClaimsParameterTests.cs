using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Contracts.Tests.Tokens;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>OpenID Connect Core 1.0 §5.5: a client asks by name for what it wants to know, and of whom.</summary>
internal sealed class ClaimsParameterTests
{
    private const string Asked = """
        {
            "userinfo": {"given_name": {"essential": true}, "email": null, "picture": null, "http://example.info/claims/groups": null},
            "id_token": {"email": null, "email_verified": {"essential": true}, "auth_time": {"essential": true}, "acr": {"values": ["urn:mace:incommon:iap:silver"]}},
            "verified_claims": []
        }
        """;

    private static readonly string[] OfEveryIdToken = ["iss", "aud", "sub", "sid", "iat", "exp", "auth_time", "acr", "amr", "at_hash"];

    [Test]
    public async Task It_is_told_where_it_was_asked_for_as_long_as_the_session_lasts()
    {
        await using var host = await StartAsync();

        var first = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, await new Authorizing(host).CodeAsync(Request(Asked))));
        await AssertToldAsync(host, first);
        host.Clock.Advance(TimeSpan.FromHours(1));
        var second = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, first.Refresh!));

        await AssertToldAsync(host, second);
        Assert.That((first.Scope, second.Scope), Is.EqualTo(("openid", "openid")), "no scope was granted by it");
    }

    [Test]
    public async Task Without_it_the_scope_says_all()
    {
        await using var host = await StartAsync();

        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "openid");

        Assert.That(Names((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Body), Is.EqualTo(new[] { "sub" }));
        Assert.That(new Forgery(tokens.Id!).Payload.Select(claim => claim.Key), Is.EquivalentTo(OfEveryIdToken));
    }

    [Test]
    public async Task It_may_be_pushed_or_signed()
    {
        await using var host = await StartAsync();
        var pushed = await host.PostFormAsync("/par", [.. OAuthClients.Shop.Fields, ("response_type", "code"), ("redirect_uri", OAuthClients.Shop.RedirectUri), ("scope", "openid"), ("claims", Asked)]);
        var signed = RequestObject.Of(host, OAuthClients.Signer, ("scope", "openid"), ("claims", JsonNode.Parse(Asked)));

        foreach (var request in new AuthorizationParameters[]
        {
            new() { ClientId = OAuthClients.Shop.Id, RequestUri = pushed.Member("request_uri") },
            RequestObject.Carry(OAuthClients.Signer, signed.Signed(OAuthClients.SignerKey)),
        })
        {
            var wanted = (ConsentWanted)(await new Authorizing(host).AskAsync(request, await new Authorizing(host).SignInAsync(), decision: null)).Value!;
            Assert.That(wanted.Scopes, Is.EqualTo(new[] { "openid", "firstname", "email" }));
        }
    }

    [Test]
    public async Task With_an_id_token_alone_too()
    {
        var hybrid = new OAuthClient("hybrid", "hybrid-secret", "https://hybrid.example/callback");
        await using var host = await StartAsync(options => options.Clients.Add(hybrid.Listed(client => client.ResponseTypes.Add(ResponseTypes.IdToken))));
        var request = Authorizing.RequestOf(hybrid, "openid phone") with { ResponseType = "id_token", Nonce = "n", Claims = """{"id_token":{"given_name":null},"userinfo":{"email":null}}""" };

        var granted = (IdTokenGranted)(await new Authorizing(host).AskAsync(request)).Value!;

        Assert.That(new Forgery(granted.IdToken).Payload.Select(claim => claim.Key), Is.SupersetOf(new[] { "given_name", "phone_number", "phone_number_verified" }).And.Not.Contain("email"));
    }

    [Test]
    public async Task Consent_names_what_is_asked_for_beyond_the_scope()
    {
        await using var host = await PageHost.WithAccountAsync();
        using var browser = new Browser(host);
        var plain = PageHost.Authorize(("scope", "openid"));
        var asking = PageHost.Authorize(("scope", "openid"), ("claims", """{"userinfo":{"email":null}}"""));
        await browser.SubmitAsync(await browser.SignInAsync(await browser.OpenAsync(plain)), ("decision", "allow"));
        Assert.That(PageHost.ToClient(await browser.OpenAsync(plain)), Does.ContainKey("code"));

        var consent = await browser.OpenAsync(asking);
        Assert.That(consent.Body, Does.Contain("See your email address"));
        await browser.SubmitAsync(consent, ("decision", "allow"));

        Assert.That(PageHost.ToClient(await browser.OpenAsync(asking)), Does.ContainKey("code"), "once");
        Assert.That((await browser.OpenAsync(PageHost.Authorize(("scope", "openid"), ("claims", """{"id_token":{"family_name":null}}""")))).Body, Does.Contain("would like access"));
    }

    [TestCase("""{"id_token":{"sub":{"value":"{sub}"}}}""", true)]
    [TestCase("""{"userinfo":{"sub":{"values":["another","{sub}"]}}}""", true)]
    [TestCase("""{"id_token":{"sub":{"value":"another"}}}""", false)]
    [TestCase("""{"id_token":{"sub":{"value":"{sub}"}},"userinfo":{"sub":{"value":"another"}}}""", false)]
    [TestCase("""{"id_token":{"sub":{"values":[]}}}""", false)]
    [TestCase("""{"id_token":{"sub":{"value":5}}}""", false)]
    public async Task It_says_who_is_meant(string claims, bool isMeant)
    {
        await using var host = await StartAsync();
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();
        var request = Request(claims.Replace("{sub}", browser!.Subject, StringComparison.Ordinal));

        Assert.That((await authorizing.AskAsync(request, browser)).Value, isMeant ? Is.InstanceOf<AuthorizationGranted>() : Is.InstanceOf<SignInWanted>());
        Assert.That(((await authorizing.AskAsync(request with { Prompt = "none" }, browser)).Value as AuthorizationRefused)?.Failure.Fault, isMeant ? Is.Null : Is.EqualTo(Fault.LoginRequired));
        var again = await OAuthFlows.Authorize.RunAsync(host.Services, new(request, browser) { JustSignedIn = true, Decision = true }, new() { ClientId = "oauth" }, CancellationToken.None);
        Assert.That((again.Value as AuthorizationRefused)?.Failure.Fault, isMeant ? Is.Null : Is.EqualTo(Fault.LoginRequired));
    }

    [TestCase("""{"id_token":{"acr":{"essential":true,"values":["urn:mace:incommon:iap:silver"]}}}""", true)]
    [TestCase("""{"id_token":{"acr":{"essential":true,"value":"1"}}}""", true)]
    [TestCase("""{"id_token":{"acr":{"essential":true}}}""", false)]
    [TestCase("""{"id_token":{"acr":{"essential":false,"values":["1"]}}}""", false)]
    [TestCase("""{"userinfo":{"acr":{"essential":true,"values":["1"]}}}""", false)]
    public async Task A_context_that_cannot_be_had_is_refused_where_it_is_essential(string claims, bool refused)
    {
        await using var host = await StartAsync();

        var step = (await new Authorizing(host).AskAsync(Request(claims))).Value;

        Assert.That((step as AuthorizationRefused)?.Failure.Fault, refused ? Is.EqualTo(Fault.UnmetAuthenticationRequirements) : Is.Null);
    }

    private static async Task<TestHost> StartAsync(Action<AuthKitOptions>? change = null)
    {
        var host = await TestHost.StartAsync(new() { Options = change ?? (_ => { }) });
        await new OAuthSpeaker().RegisterAsync(host);
        return host;
    }

    private static AuthorizationParameters Request(string claims) => Authorizing.RequestOf(OAuthClients.Shop, "openid") with { Claims = claims };

    private static async Task AssertToldAsync(TestHost host, OAuthTokens tokens)
    {
        Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Body, Is.EqualTo($$"""{"sub":"{{new Forgery(tokens.Access).Payload["sub"]}}","given_name":"Anna","email":"{{Speaker.Email}}"}"""));
        var payload = new Forgery(tokens.Id!).Payload;
        Assert.That(payload.Select(claim => claim.Key), Is.EquivalentTo(OfEveryIdToken.Concat(["email", "email_verified"])));
        Assert.That((payload["email"]!.GetValue<string>(), payload["email_verified"]!.GetValue<bool>()), Is.EqualTo((Speaker.Email, false)));
    }

    private static IEnumerable<string> Names(string json) => JsonNode.Parse(json)!.AsObject().Select(member => member.Key);
}
