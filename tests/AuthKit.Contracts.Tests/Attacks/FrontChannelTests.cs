using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9700 §2.1.2 and §4.3, OpenID Connect Core 1.0 §3.2.2.1: what comes through the browser is bound to its request, stands in no log, and is no access token.</summary>
internal sealed class FrontChannelTests
{
    private static readonly OAuthClient Hybrid = new("hybrid", "hybrid-secret", "https://hybrid.example/callback");

    [TestCase("id_token")]
    [TestCase("code id_token")]
    public async Task A_client_that_has_not_said_so_gets_no_id_token(string type)
    {
        await using var host = await StartAsync();

        Assert.That(await RefusalAsync(host, Request(type) with { ClientId = OAuthClients.Shop.Id, RedirectUri = OAuthClients.Shop.RedirectUri }), Is.EqualTo((Fault.UnauthorizedClient, "fragment")));
        (await PushAsync(host, OAuthClients.Shop, ("response_type", type), ("nonce", "n"))).AssertRefused(400, "unauthorized_client");
    }

    [TestCase("token")]
    [TestCase("id_token token")]
    [TestCase("code token")]
    [TestCase("code id_token token")]
    [TestCase("none")]
    [TestCase("ID_TOKEN")]
    [TestCase("id_token id_token")]
    public async Task No_access_token_comes_through_the_browser(string type)
    {
        await using var host = await StartAsync();

        Assert.That(await RefusalAsync(host, Request(type)), Is.EqualTo((Fault.UnsupportedResponseType, "query")));
    }

    [TestCase("id_token")]
    [TestCase("code id_token")]
    public async Task Without_a_nonce_there_is_none(string type)
    {
        await using var host = await StartAsync();

        Assert.That(await RefusalAsync(host, Request(type) with { Nonce = null }), Is.EqualTo((Fault.Invalid, "fragment")));
        (await PushAsync(host, Hybrid, ("response_type", type))).AssertRefused(400, "invalid_request");
    }

    [TestCase("id_token")]
    [TestCase("code id_token")]
    public async Task Nor_without_openid(string type)
    {
        await using var host = await StartAsync();

        Assert.That(await RefusalAsync(host, Request(type) with { Scope = "email" }), Is.EqualTo((Fault.InvalidScope, "fragment")));
    }

    [TestCase("id_token")]
    [TestCase("code id_token")]
    public async Task It_stands_in_no_query(string type)
    {
        await using var host = await StartAsync();

        Assert.That(await RefusalAsync(host, Request(type) with { ResponseMode = "query" }), Is.EqualTo((Fault.Invalid, "fragment")));
        (await PushAsync(host, Hybrid, ("response_type", type), ("nonce", "n"), ("response_mode", "query"))).AssertRefused(400, "invalid_request");
    }

    [Test]
    public async Task It_opens_nothing()
    {
        await using var host = await StartAsync();
        var told = (IdTokenGranted)(await new Authorizing(host).AskAsync(Request("id_token"))).Value!;

        (await OAuthSpeaker.UserInfoAsync(host, told.IdToken)).AssertRefused(401, "invalid_token");
        Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, told.IdToken)).Member("active"), Is.EqualTo("False"));
        (await OAuthSpeaker.RedeemAsync(host, Hybrid, told.IdToken)).AssertRefused(400, "invalid_grant");
        (await OAuthSpeaker.RefreshAsync(host, Hybrid, told.IdToken)).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task A_public_client_proves_its_code_beside_an_id_token_too()
    {
        var app = new OAuthClient("spa", null, "https://spa.example/callback");
        await using var host = await StartAsync(app);

        Assert.That(await RefusalAsync(host, Request("code id_token") with { ClientId = app.Id, RedirectUri = app.RedirectUri }), Is.EqualTo((Fault.Invalid, "fragment")));
    }

    private static async Task<TestHost> StartAsync(OAuthClient? more = null)
    {
        var host = await TestHost.StartAsync(new()
        {
            Options = options =>
            {
                foreach (var listed in new[] { Hybrid, more }.OfType<OAuthClient>())
                    options.Clients.Add(listed.Listed(client => { foreach (var type in ResponseTypes.All) client.ResponseTypes.Add(type); }));
            },
        });
        await new OAuthSpeaker().RegisterAsync(host);
        return host;
    }

    private static AuthorizationParameters Request(string type) => Authorizing.RequestOf(Hybrid, "openid email") with { ResponseType = type, Nonce = "n-0S6_WzA2Mj" };

    private static async Task<(Fault Fault, string Mode)> RefusalAsync(TestHost host, AuthorizationParameters request)
    {
        var step = (await new Authorizing(host).AskAsync(request)).Value;
        Assert.That(step, Is.InstanceOf<AuthorizationRefused>());
        var refused = (AuthorizationRefused)step!;
        return (refused.Failure.Fault, refused.ResponseMode);
    }

    private static Task<Answer> PushAsync(TestHost host, OAuthClient client, params (string Name, string Value)[] fields) =>
        host.PostFormAsync("/par", [.. client.Fields, ("redirect_uri", client.RedirectUri), ("scope", "openid"), .. fields]);
}
