using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;
using static AuthKit.Contracts.Tests.Harness.OAuthApis;

namespace AuthKit.Contracts.Tests.Resources;

/// <summary>RFC 8707 §2.2 and RFC 9068 §3: whom tokens are for.</summary>
internal sealed class AudienceTests
{
    private const string Everything = "openid email offline_access diary.read diary.write payroll.pay";

    [TestCase("openid email", new string[0], new[] { Host }, "openid email", TestName = "The host, where nothing is asked of an interface")]
    [TestCase("openid orders.read", new string[0], new[] { Host }, "openid orders.read", TestName = "The host, by its own scope")]
    [TestCase("diary.read offline_access", new string[0], new[] { Notes }, "diary.read offline_access", TestName = "The interface whose scope it is")]
    [TestCase("openid diary.read", new string[0], new[] { Notes, UserInfo }, "openid diary.read", TestName = "Userinfo besides, where the scope says who the user is")]
    [TestCase(Everything, new[] { Notes }, new[] { Notes }, "openid email offline_access diary.read diary.write", TestName = "The one that is named, with no scope of another")]
    [TestCase(Everything, new[] { Notes, Payroll }, new[] { Notes, Payroll }, Everything, TestName = "Each that is named")]
    [TestCase("openid payroll.pay orders.read", new[] { Host }, new[] { Host }, "openid orders.read", TestName = "The host, where it is named")]
    [TestCase(null, new[] { Notes }, new[] { Notes }, "diary.read diary.write", TestName = "The one that is named, with all its scopes where none is")]
    [TestCase("diary.read", new[] { "HTTPS://Auth.Example:443/notes" }, new[] { Notes }, "diary.read", TestName = "By another spelling of its address")]
    [TestCase("payroll.pay", new[] { "https://payroll.example/", Payroll }, new[] { Payroll }, "payroll.pay", TestName = "Once, however often it is named")]
    public async Task A_token_is_for(string? scope, string[] resources, string[] audience, string granted)
    {
        await using var host = await StartAsync();

        var tokens = await ObtainAsync(host, Desk, scope, resources);

        Assert.That(AudienceOf(tokens.Access), Is.EqualTo(audience));
        Assert.That((tokens.Scope, new Forgery(tokens.Access).Payload["scope"]!.GetValue<string>()), Is.EqualTo((granted, granted)));
    }

    [Test]
    public async Task Of_what_was_granted_the_token_request_chooses_and_so_does_each_refresh()
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host, Desk, Everything, Notes, Payroll);

        var first = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, Desk, code, For(Payroll)));
        var second = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, Desk, first.Refresh!, For(Notes)));
        var third = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, Desk, second.Refresh!));
        var fourth = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, Desk, third.Refresh!, ("scope", "openid payroll.pay")));

        Assert.That((AudienceOf(first.Access), first.Scope), Is.EqualTo((new[] { Payroll }, "openid email offline_access payroll.pay")));
        Assert.That((AudienceOf(second.Access), second.Scope), Is.EqualTo((new[] { Notes }, "openid email offline_access diary.read diary.write")));
        Assert.That((AudienceOf(third.Access), third.Scope), Is.EqualTo((new[] { Notes, Payroll }, Everything)));
        Assert.That((AudienceOf(fourth.Access), fourth.Scope), Is.EqualTo((new[] { Payroll }, "openid payroll.pay")));
        Assert.That(first.Id, Is.Not.Null, "whoever signed in is told to the client, whatever the access token is for");
    }

    [Test]
    public async Task A_pushed_request_names_them_too()
    {
        await using var host = await StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var pushed = await host.PostFormAsync("/par", [("response_type", "code"), ("redirect_uri", Desk.RedirectUri), ("scope", Everything), .. Desk.Fields, .. For(Notes, Payroll)]);
        Assert.That(pushed.Status, Is.EqualTo(201), pushed.Body);

        var code = await new Authorizing(host).CodeAsync(new AuthorizationServer.Requests.AuthorizationParameters { ClientId = Desk.Id, RequestUri = pushed.Member("request_uri") });
        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, Desk, code));

        Assert.That(AudienceOf(tokens.Access), Is.EqualTo(new[] { Notes, Payroll }));
    }

    [Test]
    public async Task A_device_names_them_when_it_asks_and_chooses_when_it_is_let_in()
    {
        await using var host = await StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var device = await host.PostFormAsync("/device_authorization", [("scope", "diary.read payroll.pay"), .. Desk.Fields, .. For(Notes, Payroll)]);
        Assert.That(await new Authorizing(host).DecideAsync(device.Member("user_code")!), Is.Null);

        var tokens = OAuthTokens.Of(await OAuthSpeaker.TokenAsync(host, Desk, "urn:ietf:params:oauth:grant-type:device_code", [("device_code", device.Member("device_code")!), .. For(Notes)]));

        Assert.That((AudienceOf(tokens.Access), tokens.Scope), Is.EqualTo((new[] { Notes }, "diary.read")));
    }

    [Test]
    public async Task A_client_in_its_own_name_names_them()
    {
        await using var host = await StartAsync();

        var named = OAuthTokens.Of(await OAuthSpeaker.TokenAsync(host, Clock, "client_credentials", For(Payroll)));
        var inferred = OAuthTokens.Of(await OAuthSpeaker.TokenAsync(host, Clock, "client_credentials", ("scope", "diary.write")));

        Assert.That((AudienceOf(named.Access), named.Scope), Is.EqualTo((new[] { Payroll }, "payroll.pay")));
        Assert.That((AudienceOf(inferred.Access), inferred.Scope), Is.EqualTo((new[] { Notes }, "diary.write")));
        Assert.That(new Forgery(named.Access).Payload.ContainsKey("auth_time"), Is.False, "nobody signed in");
    }

    [Test]
    public async Task An_access_token_says_when_its_user_signed_in()
    {
        await using var host = await StartAsync();
        var signedIn = host.Clock.GetUtcNow().ToUnixTimeSeconds();
        var tokens = await ObtainAsync(host, Desk, Everything, Notes);
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        var refreshed = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, Desk, tokens.Refresh!));

        Assert.That(new Forgery(refreshed.Access).Payload["auth_time"]!.GetValue<long>(), Is.EqualTo(signedIn));
    }

    [Test]
    public async Task A_client_that_is_registered_for_no_scope_asks_for_those_of_an_open_interface()
    {
        await using var host = await StartAsync(new() { Options = options => options.OAuth.Apis.Add("https://auth.example/mcp", "mcp").OpenToAnyClient = true });

        var tokens = await ObtainAsync(host, OAuthClients.Shop, "mcp diary.read");

        Assert.That((AudienceOf(tokens.Access), tokens.Scope), Is.EqualTo((new[] { "https://auth.example/mcp" }, "mcp")));
    }
}
