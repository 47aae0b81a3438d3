using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using static AuthKit.Contracts.Tests.Harness.OAuthApis;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 8707 §2 and §3: a client names the interfaces there are, and gets tokens for none that the user has not allowed.</summary>
internal sealed class ResourceIndicatorTests
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:device_code";

    private static readonly string[] Bad =
    [
        "https://unknown.example", "payroll.example", "/notes", "https://payroll.example#", "https://payroll.example#a", "https://payroll.example/..%2f", "https://payroll.example ",
        "http://payroll.example", "https://payroll.example:8443", "https://payroll.example@evil.example", "https://payroll.example\\@evil.example", "https://payroll.example/a", "https://payroll.example?a=b",
        "javascript:alert(1)", "data:,a", "file:///etc/passwd", "urn:payroll", "desk", "*", "null", "https://payroll.example\u0000", "https://payroll.exаmple", new string('a', 20_000), $"https://payroll.example/{new string('a', 20_000)}",
    ];

    [TestCaseSource(nameof(Bad))]
    public async Task One_that_is_unknown_or_malformed_is_an_invalid_target(string resource)
    {
        await using var host = await StartAsync();
        var tokens = await ObtainAsync(host, Desk, "openid offline_access payroll.pay", Payroll);
        var code = await CodeAsync(host, Desk, "payroll.pay", Payroll);

        (await OAuthSpeaker.RedeemAsync(host, Desk, code, For(resource))).AssertRefused(400, "invalid_target");
        (await OAuthSpeaker.RefreshAsync(host, Desk, tokens.Refresh!, For(resource))).AssertRefused(400, "invalid_target");
        (await OAuthSpeaker.TokenAsync(host, Clock, "client_credentials", For(resource))).AssertRefused(400, "invalid_target");
        (await OAuthSpeaker.TokenAsync(host, Desk, Grant, [("device_code", "none"), .. For(resource)])).AssertRefused(400, "invalid_target");
        Assert.That((await new Authorizing(host).AskAsync(Authorizing.RequestOf(Desk, "payroll.pay") with { Resources = [resource] })).Value,
            Is.InstanceOf<AuthorizationRefused>().With.Property("Failure").Property("Fault").EqualTo(resource.Length > 10_000 ? Fault.PayloadTooLarge : Fault.InvalidTarget));

        Assert.That((await OAuthSpeaker.RedeemAsync(host, Desk, code)).Status, Is.EqualTo(200), "nothing was used up");
        Assert.That((await OAuthSpeaker.RefreshAsync(host, Desk, tokens.Refresh!)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_hundred_are_too_many_and_as_many_as_a_body_holds_are_no_error_of_the_server_s()
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host, Desk, "payroll.pay", Payroll);

        (await OAuthSpeaker.RedeemAsync(host, Desk, code, For([.. Enumerable.Repeat(Payroll, 100)]))).AssertRefused(400, "invalid_target");
        Assert.That((await OAuthSpeaker.RedeemAsync(host, Desk, code, For([.. Enumerable.Repeat("", 5000)]))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task At_redemption_no_other_than_was_allowed()
    {
        await using var host = await StartAsync();
        var named = await CodeAsync(host, Desk, "openid diary.read payroll.pay", Notes);
        var inferred = await CodeAsync(host, Desk, "openid diary.read");
        var own = await CodeAsync(host, Desk, "openid");

        foreach (var code in new[] { named, inferred, own })
            (await OAuthSpeaker.RedeemAsync(host, Desk, code, For(Payroll))).AssertRefused(400, "invalid_target");
        foreach (var code in new[] { named, inferred })
            (await OAuthSpeaker.RedeemAsync(host, Desk, code, For(Host))).AssertRefused(400, "invalid_target");
        (await OAuthSpeaker.RedeemAsync(host, Desk, named, For(Notes, Payroll))).AssertRefused(400, "invalid_target");

        Assert.That(AudienceOf(OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, Desk, named)).Access), Is.EqualTo(new[] { Notes }), "nothing was used up");
    }

    [TestCase("openid offline_access diary.read payroll.pay", Notes, Payroll)]
    [TestCase("openid offline_access diary.read payroll.pay", Notes, Host)]
    [TestCase("openid offline_access diary.read payroll.pay", Notes, UserInfo)]
    [TestCase("openid offline_access diary.read", null, Payroll)]
    [TestCase("openid offline_access diary.read", null, Host)]
    [TestCase("openid offline_access", null, Notes)]
    public async Task At_refresh_no_other_than_was_allowed(string scope, string? granted, string asked)
    {
        await using var host = await StartAsync();
        var tokens = await ObtainAsync(host, Desk, scope, granted is null ? [] : [granted]);
        var before = AudienceOf(tokens.Access);

        (await OAuthSpeaker.RefreshAsync(host, Desk, tokens.Refresh!, For(asked))).AssertRefused(400, "invalid_target");

        Assert.That(AudienceOf(OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, Desk, tokens.Refresh!)).Access), Is.EqualTo(before));
    }

    [Test]
    public async Task Less_scope_is_no_way_to_the_host()
    {
        await using var host = await StartAsync();
        var named = await ObtainAsync(host, Till, "openid offline_access diary.read", Notes);
        var inferred = await ObtainAsync(host, Till, "openid offline_access diary.read");

        (await OAuthSpeaker.RefreshAsync(host, Till, named.Refresh!, ("scope", "openid"))).AssertRefused(400, "invalid_target");
        Assert.That(AudienceOf(OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, Till, inferred.Refresh!, ("scope", "openid"))).Access), Is.EqualTo(new[] { UserInfo }));
    }

    [Test]
    public async Task A_device_gets_no_other_than_was_allowed()
    {
        await using var host = await StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var device = await host.PostFormAsync("/device_authorization", [("scope", "diary.read"), .. Desk.Fields, .. For(Notes)]);
        await new Authorizing(host).DecideAsync(device.Member("user_code")!);

        (await OAuthSpeaker.TokenAsync(host, Desk, Grant, [("device_code", device.Member("device_code")!), .. For(Payroll)])).AssertRefused(400, "invalid_target");
        (await host.PostFormAsync("/device_authorization", [("scope", "diary.read"), .. Desk.Fields, .. For(Payroll)])).AssertRefused(400, "invalid_target");
    }

    [Test]
    public async Task No_interface_without_one_of_its_scopes_of_which_users_are_asked()
    {
        await using var host = await StartAsync();

        foreach (var (client, scope) in new[] { (Desk, "openid"), (Desk, "diary.read"), (OAuthClients.Shop, "openid payroll.pay"), (OAuthClients.House, "openid") })
        {
            Assert.That((await new Authorizing(host).AskAsync(Authorizing.RequestOf(client, scope) with { Resources = [Payroll] })).Value,
                Is.InstanceOf<AuthorizationRefused>().With.Property("Failure").Property("Fault").EqualTo(Fault.InvalidTarget), $"{client.Id} {scope}");
        }

        (await OAuthSpeaker.TokenAsync(host, OAuthClients.Robot, "client_credentials", For(Payroll))).AssertRefused(400, "invalid_target");
    }

    [TestCase("diary.read payroll.pay")]
    [TestCase("diary.read orders.read")]
    public async Task Scopes_of_several_interfaces_without_a_word_which_is_meant_are_an_invalid_scope(string scope)
    {
        await using var host = await StartAsync();

        Assert.That((await new Authorizing(host).AskAsync(Authorizing.RequestOf(Desk, scope))).Value,
            Is.InstanceOf<AuthorizationRefused>().With.Property("Failure").Property("Fault").EqualTo(Fault.InvalidScope));
        (await OAuthSpeaker.TokenAsync(host, Clock, "client_credentials", ("scope", scope))).AssertRefused(400, "invalid_scope");
        (await OAuthSpeaker.TokenAsync(host, Clock, "client_credentials")).AssertRefused(400, "invalid_scope");
    }

    [TestCase("audience", Payroll)]
    [TestCase("aud", Payroll)]
    public async Task Other_names_for_it_are_not_read(string name, string value)
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host, Desk, "diary.read", Notes);

        Assert.That(AudienceOf(OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, Desk, code, (name, value))).Access), Is.EqualTo(new[] { Notes }));
    }

    [Test]
    public async Task Nothing_else_may_be_repeated_beside_it()
    {
        await using var host = await StartAsync();
        var code = await CodeAsync(host, Desk, "diary.read", Notes);

        foreach (var repeated in new[] { "grant_type", "code", "client_id", "audience", "unknown" })
            (await OAuthSpeaker.RedeemAsync(host, Desk, code, [(repeated, "desk"), (repeated, "desk"), .. For(Notes, Notes)])).AssertRefused(400, "invalid_request", repeated);
        (await host.PostFormAsync("/revoke", [("token", code), .. Desk.Fields, .. For(Notes, Notes)])).AssertRefused(400, "invalid_request", "a route that reads none");

        Assert.That(AudienceOf(OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, Desk, code, For(Notes, Notes))).Access), Is.EqualTo(new[] { Notes }));
    }
}
