using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9700 §4.1 and ASVS 5.0 V10.4.1: a code is sent where the client registered, to the letter, and nobody is redirected elsewhere.</summary>
internal sealed class RedirectUriTests
{
    [TestCase("https://shop.example/callback/")]
    [TestCase("https://shop.example/Callback")]
    [TestCase("https://shop.example/call%62ack")]
    [TestCase("https://shop.example/callback%2f..%2fother")]
    [TestCase("https://shop.example/callback/../other")]
    [TestCase("https://shop.example/callback?next=evil")]
    [TestCase("https://shop.example/callback?")]
    [TestCase("https://shop.example/callback#fragment")]
    [TestCase("https://shop.example/callback#")]
    [TestCase("https://shop.example:443/callback")]
    [TestCase("https://shop.example:8443/callback")]
    [TestCase("https://SHOP.example/callback")]
    [TestCase("HTTPS://shop.example/callback")]
    [TestCase("http://shop.example/callback")]
    [TestCase("https://www.shop.example/callback")]
    [TestCase("https://shop.example.evil.example/callback")]
    [TestCase("https://shop.example@evil.example/callback")]
    [TestCase("https://user@shop.example/callback")]
    [TestCase("https://evil.example\\@shop.example/callback")]
    [TestCase("https://evil.example/?https://shop.example/callback")]
    [TestCase("//shop.example/callback")]
    [TestCase("/callback")]
    [TestCase("javascript:alert(1)")]
    [TestCase(" https://shop.example/callback")]
    [TestCase("https://shop.example/callback ")]
    [TestCase("https://shop.example/callback\n")]
    [TestCase("https://mall.example/callback")]
    [TestCase("https://shop.example/callback https://evil.example/")]
    public async Task Nothing_but_what_is_registered_is_redirected_to(string redirectUri)
    {
        var host = await SharedHost.GetAsync();
        await new OAuthSpeaker().RegisterAsync(host);

        var outcome = await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.Shop) with { RedirectUri = redirectUri });

        Assert.That(outcome.Failure?.Fault, Is.EqualTo(Fault.InvalidRedirectUri));
    }

    [TestCase("http://127.0.0.1:49152/callback", true)]
    [TestCase("http://127.0.0.1/callback", true)]
    [TestCase("http://[::1]:49152/callback", true)]
    [TestCase("http://127.0.0.1:49152/other", false)]
    [TestCase("http://127.0.0.1:49152/callback?x=1", false)]
    [TestCase("http://127.0.0.1:49152/callback#x", false)]
    [TestCase("http://127.0.0.1:1@evil.example/callback", false)]
    [TestCase("http://127.0.0.1:1\\@evil.example/callback", false)]
    [TestCase("http://127.0.0.1.evil.example:49152/callback", false)]
    [TestCase("http://127.0.0.2:49152/callback", false)]
    [TestCase("http://127.1:49152/callback", false)]
    [TestCase("http://2130706433:49152/callback", false)]
    [TestCase("http://localhost:49152/callback", false)]
    [TestCase("http://localhost/callback", false)]
    [TestCase("https://127.0.0.1:49152/callback", false)]
    [TestCase("http://[::ffff:127.0.0.1]:49152/callback", false)]
    public async Task On_a_loopback_address_the_port_alone_may_differ(string redirectUri, bool allowed)
    {
        var host = await SharedHost.GetAsync();
        await new OAuthSpeaker().RegisterAsync(host);

        var outcome = await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.App) with { RedirectUri = redirectUri });

        if (allowed)
            Assert.That((outcome.Value as AuthorizationGranted)?.RedirectUri, Is.EqualTo(redirectUri), outcome.Failure?.Fault.ToString());
        else
            Assert.That(outcome.Failure?.Fault, Is.EqualTo(Fault.InvalidRedirectUri));
    }

    [TestCase("http://localhost:49152/callback", true)]
    [TestCase("http://localhost/callback", true)]
    [TestCase("http://localhost:49152/other", false)]
    [TestCase("http://127.0.0.1:49152/callback", false)]
    [TestCase("http://localhost.evil.example:49152/callback", false)]
    [TestCase("http://localhost:1@evil.example/callback", false)]
    [TestCase("https://localhost:49152/callback", false)]
    [TestCase("http://LOCALHOST:49152/callback", false)]
    public async Task A_public_client_may_call_it_localhost(string redirectUri, bool allowed)
    {
        var program = new OAuthClient("program", null, "http://localhost/callback");
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Clients.Add(program.Listed()) });
        await new OAuthSpeaker().RegisterAsync(host);

        var outcome = await new Authorizing(host).AskAsync(Authorizing.RequestOf(program) with { RedirectUri = redirectUri });

        if (allowed)
            Assert.That((outcome.Value as AuthorizationGranted)?.RedirectUri, Is.EqualTo(redirectUri), outcome.Failure?.Fault.ToString());
        else
            Assert.That(outcome.Failure?.Fault, Is.EqualTo(Fault.InvalidRedirectUri));
    }

    [Test]
    public async Task The_port_of_a_name_may_not_differ()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Clients.Add(new OAuthClient("named", "named-secret", "http://localhost/callback").Listed()) });

        var outcome = await new Authorizing(host).AskAsync(Authorizing.RequestOf(new("named", "named-secret", "http://localhost:49152/callback")), browser: null);

        Assert.That(outcome.Failure?.Fault, Is.EqualTo(Fault.InvalidRedirectUri));
    }

    [Test]
    public async Task An_unknown_client_is_nobody_to_redirect_to()
    {
        var host = await SharedHost.GetAsync();

        var outcome = await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.Shop) with { ClientId = "nobody" }, browser: null);

        Assert.That(outcome.Failure?.Fault, Is.EqualTo(Fault.InvalidClient));
    }

    [Test]
    public async Task Without_an_address_the_only_one_there_is_serves_and_of_two_none()
    {
        var host = await SharedHost.GetAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);

        var one = await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop) with { RedirectUri = null });
        var two = await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.App) with { RedirectUri = null });

        Assert.That((one.Value as AuthorizationGranted)?.RedirectUri, Is.EqualTo(OAuthClients.Shop.RedirectUri));
        Assert.That(two.Failure?.Fault, Is.EqualTo(Fault.InvalidRedirectUri));
    }

    [Test]
    public async Task What_a_request_does_wrong_is_told_to_the_registered_address_with_its_state()
    {
        var host = await SharedHost.GetAsync();

        var outcome = await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.Shop) with { ResponseType = "token" }, browser: null);

        Assert.That(outcome.Value, Is.EqualTo(new AuthorizationRefused(OAuthClients.Shop.RedirectUri, "af0ifjsldkj", new(Fault.UnsupportedResponseType))).Using<AuthorizationRefused>(Same));
    }

    private static bool Same(AuthorizationRefused one, AuthorizationRefused other) => (one.RedirectUri, one.State, one.Failure.Fault) == (other.RedirectUri, other.State, other.Failure.Fault);
}
