using System.Net;
using System.Net.Sockets;
using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>OpenID Connect Back-Channel Logout 1.0 §4, Front-Channel Logout 1.0 §6, RP-Initiated Logout 1.0 §6: forged logouts, and logouts that lead elsewhere.</summary>
internal sealed class LogoutTests
{
    private static readonly FlowContext Context = new() { ClientId = "oauth" };

    [Test]
    public async Task A_logout_token_is_no_other_token_and_no_other_token_is_one()
    {
        await using var receiver = await LogoutReceiver.StartAsync();
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Clients.Single(client => client.Id == "shop").BackChannelLogoutUri = $"{receiver.Address}/logout" });
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var (first, second) = ((await authorizing.SignInAsync())!, (await authorizing.SignInAsync())!);
        var granted = (AuthKit.AuthorizationServer.Requests.AuthorizationGranted)(await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop), first)).Value!;
        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, granted.Code));
        await OAuthFlows.EndBrowserSession.RunAsync(host.Services, new(first) { Confirmed = true }, Context, CancellationToken.None);
        var logout = await receiver.NextAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await OAuthSpeaker.UserInfoAsync(host, logout)).Status, Is.EqualTo(401));
            Assert.That((await host.MeAsync(logout)).Status, Is.EqualTo(401));
            Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, logout)).Member("active"), Is.EqualTo("False"));
            Assert.That((await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, logout)).Status, Is.EqualTo(400));
            // By a client that keeps it, nobody is signed out: it names the user as an id token would.
            foreach (var hint in new[] { logout, tokens.Access })
                Assert.That(PageHost.Value(await OAuthFlows.EndBrowserSession.RunAsync(host.Services, new(second) { IdTokenHint = hint }, Context, CancellationToken.None)).Done, Is.False);
            Assert.That(Header(tokens.Id!), Is.Not.EqualTo(Header(logout)), "A client tells them apart by typ.");
        }
    }

    [Test]
    public async Task No_other_site_signs_anybody_out()
    {
        await using var host = await AccountTests.WithTwoAsync();
        using var browser = await AccountTests.SignedInAsync(host, Speaker.Email, "bert@example.com");
        using var attacker = await AccountTests.SignedInAsync(host, Speaker.Email);
        var foreign = Form.Of(await attacker.OpenAsync("/logout"));

        Assert.That((await browser.OpenAsync("/logout")).Body, Does.Contain("Do you want to sign out?"));
        Assert.That((await browser.PostAsync("/logout", ("confirmed", "yes"))).Status, Is.EqualTo(400));
        Assert.That((await browser.PostAsync("/logout", foreign.Hidden)).Status, Is.EqualTo(400));
        Assert.That(AccountTests.Accounts(await browser.OpenAsync("/select-account")), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task An_id_token_of_somebody_who_is_not_signed_in_here_signs_nobody_out_unasked()
    {
        await using var host = await AccountTests.WithTwoAsync();
        await PageHost.RegisterAsync(host, "cleo@example.com");
        using var cleos = new Browser(host);
        var ofCleo = await PageHost.IdTokenAsync(host, cleos, "cleo@example.com");
        using var browser = await AccountTests.SignedInAsync(host, Speaker.Email, "bert@example.com");

        Assert.That((await browser.OpenAsync(QueryHelpers.AddQueryString("/logout", "id_token_hint", ofCleo))).Body, Does.Contain("Do you want to sign out?"));
        Assert.That(AccountTests.Accounts(await browser.OpenAsync("/select-account")), Has.Count.EqualTo(2));
    }

    [TestCase("https://evil.example/frame")]
    [TestCase("https://shop.example.evil.example/frame")]
    [TestCase("https://shop.example:8443/frame")]
    [TestCase("https://shop.example@evil.example/frame")]
    [TestCase("http://shop.example/frame")]
    [TestCase("javascript:alert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("https://shop.example/frame#fragment")]
    public async Task No_client_has_browsers_load_what_is_not_its_own(string address)
    {
        await using var host = await TestHost.StartAsync();
        var json = $$"""{"redirect_uris":["https://shop.example/callback"],"frontchannel_logout_uri":"{{address}}"}""";

        var answer = await host.PostJsonAsync("/register", json, Requests.Bearer(OAuthClients.InitialAccessToken));

        Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((400, "invalid_client_metadata")));
        var named = new HostPlan { Options = options => options.Clients.Add(new OAuthClient("framer", null, "https://shop.example/callback").Listed(client => client.FrontChannelLogoutUri = address)) };
        Assert.That(async () => await TestHost.StartAsync(named), Throws.Exception.With.Message.Contains("is not at the origin of one of its RedirectUris"));
    }

    [TestCase("http://127.0.0.1/logout")]
    [TestCase("http://shop.example/logout")]
    [TestCase("ftp://shop.example/logout")]
    [TestCase("file:///etc/passwd")]
    [TestCase("com.example.app:/logout")]
    [TestCase("https://user@shop.example/logout")]
    public async Task What_registers_is_told_by_https_alone(string address)
    {
        await using var host = await TestHost.StartAsync();
        var json = $$"""{"redirect_uris":["https://shop.example/callback"],"backchannel_logout_uri":"{{address}}"}""";

        var answer = await host.PostJsonAsync("/register", json, Requests.Bearer(OAuthClients.InitialAccessToken));

        Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((400, "invalid_client_metadata")));
    }

    /// <summary>Server-side request forgery: to a listener on this machine nothing connects, however it is named.</summary>
    [TestCase("https://127.0.0.1:{0}/logout")]
    [TestCase("https://localhost:{0}/logout")]
    [TestCase("https://2130706433:{0}/logout")]
    [TestCase("https://[::ffff:127.0.0.1]:{0}/logout")]
    public async Task What_registers_leads_the_server_to_no_address_of_its_own_network(string address)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var host = await TestHost.StartAsync();
        var uri = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, ((IPEndPoint)listener.LocalEndpoint).Port);
        var registered = await host.PostJsonAsync("/register", $$"""{"redirect_uris":["https://shop.example/callback"],"backchannel_logout_uri":"{{uri}}"}""", Requests.Bearer(OAuthClients.InitialAccessToken));
        var client = new OAuthClient(registered.Member("client_id")!, registered.Member("client_secret"), "https://shop.example/callback");
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = (await authorizing.SignInAsync())!;
        var granted = (AuthKit.AuthorizationServer.Requests.AuthorizationGranted)(await authorizing.AskAsync(Authorizing.RequestOf(client), browser)).Value!;
        OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, client, granted.Code));

        await OAuthFlows.EndBrowserSession.RunAsync(host.Services, new(browser) { Confirmed = true }, Context, CancellationToken.None);
        await host.Logs.SaysAsync("has ended failed");

        Assert.That(listener.Pending(), Is.False);
    }

    private static string Header(string token) => token.Split('.')[0];
}
