using System.Text.Json;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>OpenID Connect Back-Channel Logout 1.0: a client with a session born of the browser's is told that it has ended.</summary>
internal sealed class BackChannelLogoutTests
{
    private static readonly FlowContext Context = new() { ClientId = "oauth" };

    private LogoutReceiver _receiver = null!;
    private TestHost _host = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _receiver = await LogoutReceiver.StartAsync();
        _host = await TestHost.StartAsync(new()
        {
            Options = options =>
            {
                foreach (var client in options.Clients.Where(client => client.Id is "shop" or "clinic"))
                    client.BackChannelLogoutUri = $"{_receiver.Address}/logout";
            },
        });
        await new OAuthSpeaker().RegisterAsync(_host);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Test]
    public async Task The_token_says_whose_session_of_whom_has_ended()
    {
        var (browser, tokens) = await SignInAsync(OAuthClients.Shop);

        await SignOutAsync(browser);

        var (told, id) = (new JsonWebToken(await _receiver.NextAsync()), new JsonWebToken(tokens.Id));
        Assert.That((told.Typ, told.Alg, told.Kid), Is.EqualTo(("logout+jwt", "RS256", id.Kid)));
        Assert.That((told.Issuer, told.Audiences.Single(), told.Subject), Is.EqualTo((TestHost.Issuer, "shop", id.Subject)));
        Assert.That(told.GetPayloadValue<string>("sid"), Is.EqualTo(id.GetPayloadValue<string>("sid")));
        Assert.That(told.GetPayloadValue<JsonElement>("events").GetRawText(), Is.EqualTo("""{"http://schemas.openid.net/event/backchannel-logout":{}}"""));
        Assert.That(told.Id, Is.Not.Empty);
        Assert.That(told.ValidTo - told.IssuedAt, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(2)).And.GreaterThan(TimeSpan.Zero));
        Assert.That(told.TryGetPayloadValue<string>("nonce", out _), Is.False);
    }

    [Test]
    public async Task A_client_of_a_sector_of_its_own_is_told_the_name_that_it_knows()
    {
        var (browser, tokens) = await SignInAsync(OAuthClients.Clinic);

        await SignOutAsync(browser);

        Assert.That(new JsonWebToken(await _receiver.NextAsync()).Subject, Is.EqualTo(new JsonWebToken(tokens.Id).Subject));
    }

    [TestCase("openid email", 400)]
    [TestCase("openid email offline_access", 200)]
    public async Task The_client_s_session_ends_unless_it_may_go_on_offline(string scope, int refreshed)
    {
        var (browser, tokens) = await SignInAsync(OAuthClients.Shop, scope);

        await SignOutAsync(browser);

        Assert.That((await OAuthSpeaker.RefreshAsync(_host, OAuthClients.Shop, tokens.Refresh!)).Status, Is.EqualTo(refreshed));
    }

    [Test]
    public async Task A_client_that_has_not_said_where_goes_on_as_before()
    {
        var (browser, tokens) = await SignInAsync(OAuthClients.Mall, "openid");
        var (_, told) = await SignInAsync(OAuthClients.Shop, "openid", browser);

        await SignOutAsync(browser);

        Assert.That(new JsonWebToken(await _receiver.NextAsync()).GetPayloadValue<string>("sid"), Is.EqualTo(SidOf(told)));
        Assert.That((await OAuthSpeaker.RefreshAsync(_host, OAuthClients.Mall, tokens.Refresh!)).Status, Is.EqualTo(200));
        Assert.That(_receiver.Asked, Is.EqualTo(1));
    }

    [Test]
    public async Task Sessions_of_another_browser_go_on()
    {
        var (browser, _) = await SignInAsync(OAuthClients.Shop, "openid");
        var (_, other) = await SignInAsync(OAuthClients.Shop, "openid");

        await SignOutAsync(browser);

        Assert.That((await OAuthSpeaker.RefreshAsync(_host, OAuthClients.Shop, other.Refresh!)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_device_that_the_browser_has_let_in_is_told()
    {
        var asked = await OAuthSpeaker.AuthorizeDeviceAsync(_host, OAuthClients.Shop);
        var authorizing = new Authorizing(_host);
        var browser = (await authorizing.SignInAsync())!;
        Assert.That(await authorizing.DecideAsync(asked.Member("user_code")!, browser), Is.Null);
        var tokens = OAuthTokens.Of(await OAuthSpeaker.PollAsync(_host, OAuthClients.Shop, asked.Member("device_code")!));

        await SignOutAsync(browser);

        Assert.That(new JsonWebToken(await _receiver.NextAsync()).GetPayloadValue<string>("sid"), Is.EqualTo(SidOf(tokens)));
    }

    [Test]
    public async Task A_change_of_the_password_ends_every_session_and_says_so()
    {
        var (_, tokens) = await SignInAsync(OAuthClients.Shop);
        await _host.PostJsonAsync("/api/v1/password/email", $$"""{"email":"{{Speaker.Email}}"}""");
        var token = await _host.Mails.NextTokenAsync(Speaker.Email);

        var reset = await _host.PostJsonAsync("/api/v1/password/reset", $$"""{"token":"{{token}}","email":"{{Speaker.Email}}","password":"another horse 8!","password_confirmation":"another horse 8!"}""");

        Assert.That(reset.Status, Is.EqualTo(200), reset.Body);
        Assert.That(new JsonWebToken(await _receiver.NextAsync()).GetPayloadValue<string>("sid"), Is.EqualTo(SidOf(tokens)));
        Assert.That((await OAuthSpeaker.RefreshAsync(_host, OAuthClients.Shop, tokens.Refresh!)).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Whoever_signs_in_anew_with_the_browser_is_signed_out_of_nothing_and_later_of_all()
    {
        var (first, tokens) = await SignInAsync(OAuthClients.Shop, "openid");
        var second = (await OAuthFlows.SignInBrowser.RunAsync(_host.Services, new(Speaker.Email, Speaker.Password) { SignedIn = [first] }, Context, CancellationToken.None)).Value!;
        var refreshed = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(_host, OAuthClients.Shop, tokens.Refresh!));

        await SignOutAsync(second);

        Assert.That(new JsonWebToken(await _receiver.NextAsync()).GetPayloadValue<string>("sid"), Is.EqualTo(SidOf(tokens)));
        Assert.That((await OAuthSpeaker.RefreshAsync(_host, OAuthClients.Shop, refreshed.Refresh!)).Status, Is.EqualTo(400));
        Assert.That(_receiver.Asked, Is.EqualTo(1));
    }

    [TestCase(400)]
    [TestCase(503)]
    [TestCase(302)]
    public async Task A_client_that_fails_is_told_again_later(int status)
    {
        using var measured = new Measurements(_host);
        var (browser, tokens) = await SignInAsync(OAuthClients.Shop);
        _receiver.Answer(http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = $"{_receiver.Address}/elsewhere";
            return Task.CompletedTask;
        });
        await SignOutAsync(browser);
        var first = await _receiver.NextAsync();

        var again = _receiver.NextAsync();
        await _host.PassTimeAsync(again);

        var (one, other) = (new JsonWebToken(first), new JsonWebToken(await again));
        Assert.That(other.GetPayloadValue<string>("sid"), Is.EqualTo(SidOf(tokens)).And.EqualTo(one.GetPayloadValue<string>("sid")));
        Assert.That((other.Id, other.IssuedAt), Is.Not.EqualTo((one.Id, one.IssuedAt)));
        Assert.That(_receiver.Asked, Is.EqualTo(2), "No redirect is followed.");
        await measured.CountsAsync("authkit.logout.attempts", 2);
        Assert.That(measured.Of("authkit.logout.attempts"), Is.EqualTo(["authkit.outcome=failed", "authkit.outcome=delivered"]));
    }

    [Test]
    public async Task A_client_that_never_hears_is_given_up()
    {
        const int most = 12;
        using var measured = new Measurements(_host);
        var (browser, _) = await SignInAsync(OAuthClients.Shop);
        for (var i = 0; i < most; i++)
        {
            _receiver.Answer(static http =>
            {
                http.Response.StatusCode = 503;
                return Task.CompletedTask;
            });
        }

        await SignOutAsync(browser);
        for (var i = 1; i <= most; i++)
        {
            await _host.PassTimeAsync(_receiver.NextAsync());
            await measured.CountsAsync("authkit.logout.attempts", i);
            _host.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.That(measured.Of("authkit.logout.attempts"), Is.EqualTo([.. Enumerable.Repeat("authkit.outcome=failed", most - 1), "authkit.outcome=given_up"]));
        Assert.That(_host.Logs.Text, Does.Contain("given up after 12 attempts"));
    }

    [Test]
    public async Task A_client_that_answers_nothing_holds_up_no_sign_out()
    {
        var hung = new TaskCompletionSource();
        _receiver.Answer(_ => hung.Task);
        var (browser, _) = await SignInAsync(OAuthClients.Shop);

        // It would not return while the client has not answered.
        await SignOutAsync(browser);

        hung.SetResult();
        Assert.That(await _receiver.NextAsync(), Is.Not.Empty);
    }

    [Test]
    public async Task Discovery_says_so()
    {
        var metadata = (await _host.GetAsync("/.well-known/openid-configuration")).Json;

        foreach (var name in new[] { "backchannel_logout_supported", "backchannel_logout_session_supported", "frontchannel_logout_supported", "frontchannel_logout_session_supported" })
            Assert.That(metadata.GetProperty(name).GetBoolean(), Is.True, name);
    }

    private async Task<(BrowserSession Browser, OAuthTokens Tokens)> SignInAsync(OAuthClient client, string scope = "openid email offline_access", BrowserSession? signedIn = null)
    {
        var authorizing = new Authorizing(_host);
        var browser = signedIn ?? (await authorizing.SignInAsync())!;
        var granted = (AuthKit.AuthorizationServer.Requests.AuthorizationGranted)(await authorizing.AskAsync(Authorizing.RequestOf(client, scope), browser)).Value!;
        return (browser, OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(_host, client, granted.Code)));
    }

    private async Task SignOutAsync(BrowserSession browser) =>
        Assert.That(PageHost.Value(await OAuthFlows.EndBrowserSession.RunAsync(_host.Services, new(browser) { Confirmed = true }, Context, CancellationToken.None)).Done, Is.True);

    private static string SidOf(OAuthTokens tokens) => new JsonWebToken(tokens.Id).GetPayloadValue<string>("sid");
}
