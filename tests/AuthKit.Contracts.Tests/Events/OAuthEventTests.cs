using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using AuthKit.Events;

namespace AuthKit.Contracts.Tests.Events;

/// <summary>What the authorization server does is told, by the routes and pages that do it.</summary>
internal sealed class OAuthEventTests
{
    private readonly HeardEvents _heard = new();

    private TestHost _host = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _host = await PageHost.StartAsync(_heard.Plan);
        await new OAuthSpeaker().RegisterAsync(_host);
    }

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task A_browser_that_signs_in_again_and_out()
    {
        using var browser = new Browser(_host);
        await browser.SignInAsync(await browser.OpenAsync("/signin"));
        var first = await _heard.NextAsync<SignedIn>();
        // Another tab, opened before.
        await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize(("prompt", "login"))));
        var second = await _heard.NextAsync<SignedIn>();
        var replaced = await _heard.NextAsync<SessionEnded>();
        await browser.SubmitAsync(await browser.OpenAsync("/logout"));
        var ended = await _heard.NextAsync<SessionEnded>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.KnownDevice, second.KnownDevice), Is.EqualTo((false, true)));
            Assert.That((first.Contract, first.Address?.ToString()), Is.EqualTo(("oauth", "127.0.0.1")));
            Assert.That((replaced.Reason, replaced.SessionId), Is.EqualTo((SessionEndings.Replaced, first.SessionId)));
            Assert.That((ended.Reason, ended.SessionId), Is.EqualTo((SessionEndings.SignedOut, second.SessionId)));
        }
    }

    [Test]
    public async Task A_browser_whose_password_is_wrong()
    {
        using var browser = new Browser(_host);

        await browser.SignInAsync(await browser.OpenAsync("/signin"), "wrong horse 9!");

        Assert.That((await _heard.NextAsync<SignInFailed>()).Reason, Is.EqualTo(SignInFailures.WrongPassword));
    }

    [TestCase("allow")]
    [TestCase("deny")]
    public async Task A_consent_given_or_withheld(string decision)
    {
        using var browser = new Browser(_host);
        var page = await browser.SignInAsync(await browser.OpenAsync(PageHost.Authorize()));

        await browser.SubmitAsync(page, ("decision", decision));

        if (decision == "allow")
            Assert.That(await _heard.NextAsync<ConsentGranted>(), Has.Property("ClientId").EqualTo("store").And.Property("Scope").EqualTo("openid email notes.read"));
        else
            Assert.That(await _heard.NextAsync<ConsentDenied>(), Has.Property("ClientId").EqualTo("store").And.Property("UserId").Not.Null);
    }

    [Test]
    public async Task A_code_that_is_redeemed_replayed_and_made_up()
    {
        var code = await new Authorizing(_host).CodeAsync(OAuthClients.Shop);

        OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(_host, OAuthClients.Shop, code));
        var redeemed = await _heard.NextAsync<CodeRedeemed>();
        await OAuthSpeaker.RedeemAsync(_host, OAuthClients.Shop, code);
        var replayed = await _heard.NextAsync<CodeReplayed>();
        await OAuthSpeaker.RedeemAsync(_host, OAuthClients.Shop, "nonsense");
        var refused = await _heard.NextAsync<TokenRefused>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((redeemed.Grant, redeemed.ClientId), Is.EqualTo((GrantTypes.AuthorizationCode, OAuthClients.Shop.Id)));
            Assert.That((replayed.SessionId, replayed.UserId), Is.EqualTo((redeemed.SessionId, redeemed.UserId)));
            Assert.That(refused.Kind, Is.EqualTo(TokenKinds.Code));
            Assert.That(string.Join('\n', _heard.All), Does.Not.Contain("nonsense"));
        }
    }

    [Test]
    public async Task A_device_that_is_let_in()
    {
        var code = await ConfirmAsync("allow");
        var approved = await _heard.NextAsync<DeviceApproved>();
        var tokens = await OAuthSpeaker.PollAsync(_host, OAuthClients.App, code);
        var redeemed = await _heard.NextAsync<CodeRedeemed>();
        await OAuthSpeaker.PollAsync(_host, OAuthClients.App, code);
        var refused = await _heard.NextAsync<TokenRefused>();

        Assert.That(tokens.Status, Is.EqualTo(200), tokens.Body);
        Assert.That((approved.ClientId, approved.Scope), Is.EqualTo((OAuthClients.App.Id, "openid offline_access")));
        Assert.That((redeemed.Grant, redeemed.UserId), Is.EqualTo((GrantTypes.DeviceCode, approved.UserId)));
        Assert.That(refused.Kind, Is.EqualTo(TokenKinds.DeviceCode));
    }

    [Test]
    public async Task A_device_that_is_kept_out_and_a_code_that_is_guessed()
    {
        await ConfirmAsync("deny");
        var denied = await _heard.NextAsync<DeviceDenied>();
        using var browser = new Browser(_host);
        await browser.SubmitAsync(await browser.SignInAsync(await browser.OpenAsync("/device")), ("user_code", "BCDF-GHJK"));

        Assert.That(denied.ClientId, Is.EqualTo(OAuthClients.App.Id));
        Assert.That((await _heard.NextAsync<TokenRefused>()).Kind, Is.EqualTo(TokenKinds.UserCode));
    }

    [Test]
    public async Task A_client_in_its_own_name()
    {
        await OAuthSpeaker.TokenAsync(_host, OAuthClients.Robot, "client_credentials");

        Assert.That(await _heard.NextAsync<ClientTokenIssued>(), Has.Property("ClientId").EqualTo(OAuthClients.Robot.Id).And.Property("UserId").Null);
    }

    [Test]
    public async Task A_client_that_registers_and_one_that_may_not()
    {
        var answer = await _host.PostJsonAsync("/register", """{"redirect_uris":["https://client.example/"]}""", Requests.Bearer(OAuthClients.InitialAccessToken));
        var registered = await _heard.NextAsync<ClientRegistered>();
        await _host.PostJsonAsync("/register", """{"redirect_uris":["https://client.example/"]}""", Requests.Bearer("nonsense"));
        var refused = await _heard.NextAsync<TokenRefused>();

        Assert.That(registered.ClientId, Is.EqualTo(answer.Member("client_id")));
        Assert.That(refused.Kind, Is.EqualTo(TokenKinds.InitialAccess));
    }

    [Test]
    public async Task A_client_that_does_not_prove_who_it_is()
    {
        var shop = OAuthClients.Shop;
        await OAuthSpeaker.IntrospectAsync(_host, shop with { Secret = "wrong-secret" }, "x");
        var wrong = await _heard.NextAsync<ClientAuthenticationFailed>();
        await OAuthSpeaker.IntrospectAsync(_host, shop with { Id = "a-secret-pasted-here" }, "x");
        var unknown = await _heard.NextAsync<ClientAuthenticationFailed>();
        await Assertion.PresentAsync(_host, new Assertion(_host, OAuthClients.Signer).Signed(OAuthClients.OtherSignerKey));
        var refused = await _heard.NextAsync<ClientAuthenticationFailed>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((wrong.Reason, wrong.ClientId), Is.EqualTo((ClientFailures.WrongSecret, shop.Id)));
            Assert.That((unknown.Reason, unknown.ClientId), Is.EqualTo((ClientFailures.UnknownClient, (string?)null)));
            Assert.That((refused.Reason, refused.ClientId), Is.EqualTo((ClientFailures.RefusedAssertion, OAuthClients.Signer.Id)));
            Assert.That(string.Join('\n', _heard.All) + _host.Logs.Text, Does.Not.Contain("a-secret-pasted-here"));
        }
    }

    [Test]
    public async Task A_token_that_its_client_revokes_and_one_whose_scope_is_too_small()
    {
        var tokens = await OAuthTokens.ObtainAsync(_host, OAuthClients.Shop);
        var session = (await _heard.NextAsync<CodeRedeemed>()).SessionId;

        await LaravelSpeaker.LogoutAsync(_host, "nonsense");
        await _heard.NextAsync<TokenRefused>();
        await MessageCodeSpeaker.UpdateUserAsync(_host, tokens.Access, "Anna");
        var small = await _heard.NextAsync<TokenRefused>();
        await OAuthSpeaker.RevokeAsync(_host, OAuthClients.Shop, tokens.Refresh!);
        var ended = await _heard.NextAsync<SessionEnded>();

        Assert.That((small.Reason, small.SessionId), Is.EqualTo((TokenRefusals.InsufficientScope, session)));
        Assert.That((ended.Reason, ended.SessionId), Is.EqualTo((SessionEndings.TokenRevoked, session)));
    }

    [Test]
    public async Task An_introspection_refuses_no_token()
    {
        var tokens = await OAuthTokens.ObtainAsync(_host, OAuthClients.Shop);

        await OAuthSpeaker.IntrospectAsync(_host, OAuthClients.Shop, tokens.Refresh!);
        await OAuthSpeaker.TokenAsync(_host, OAuthClients.Robot, "client_credentials");
        await _heard.NextAsync<ClientTokenIssued>();

        Assert.That(_heard.All.OfType<TokenRefused>(), Is.Empty);
    }

    private async Task<string> ConfirmAsync(string decision)
    {
        var device = await OAuthSpeaker.AuthorizeDeviceAsync(_host, OAuthClients.App);
        using var browser = new Browser(_host);
        var ask = await browser.SignInAsync(await browser.OpenAsync("/device"));
        await browser.SubmitAsync(await browser.SubmitAsync(ask, ("user_code", device.Member("user_code")!)), ("decision", decision));
        return device.Member("device_code")!;
    }
}
