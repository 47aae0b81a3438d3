using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9126 §2, §4 and §7: a pushed request is its client's, is answered once, and cannot be talked over by the browser.</summary>
internal sealed class PushedRequestTests
{
    [Test]
    public async Task It_is_answered_once()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var request = ByReference(OAuthClients.Shop, await PushAsync(host));

        Assert.That((await new Authorizing(host).AskAsync(request)).Value, Is.InstanceOf<AuthorizationGranted>());
        Assert.That((await new Authorizing(host).AskAsync(request)).Failure?.Fault, Is.EqualTo(Fault.InvalidRequestUri));
    }

    [Test]
    public async Task A_second_click_is_sent_where_the_first_was()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var (request, browser) = (ByReference(OAuthClients.Shop, await PushAsync(host)), await authorizing.SignInAsync());

        var clicks = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => authorizing.AskAsync(request, browser)));
        var reload = await authorizing.AskAsync(request, browser, decision: null);

        var codes = clicks.Append(reload).Select(click => (click.Value as AuthorizationGranted)?.Code).ToList();
        Assert.That(codes, Has.None.Null.And.All.EqualTo(codes[0]));
        Assert.That((await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, codes[0]!)).Status, Is.EqualTo(200));
        Assert.That((await authorizing.AskAsync(request, browser)).Failure?.Fault, Is.EqualTo(Fault.InvalidRequestUri), "redeemed");
    }

    [Test]
    public async Task A_refusal_stays_one()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var (request, browser) = (ByReference(OAuthClients.Shop, await PushAsync(host)), await authorizing.SignInAsync());

        foreach (var decision in new bool?[] { false, true, null })
            Assert.That((await authorizing.AskAsync(request, browser, decision)).Value, Is.InstanceOf<AuthorizationRefused>());
    }

    [Test]
    public async Task A_reload_comes_too_late_where_the_code_has_ended()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var (request, browser) = (ByReference(OAuthClients.Shop, await PushAsync(host)), await authorizing.SignInAsync());
        await authorizing.AskAsync(request, browser);

        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That((await authorizing.AskAsync(request, browser)).Failure?.Fault, Is.EqualTo(Fault.InvalidRequestUri));
    }

    [Test]
    public async Task Another_client_cannot_bring_it()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var pushed = await PushAsync(host);

        Assert.That((await new Authorizing(host).AskAsync(ByReference(OAuthClients.Mall, pushed))).Failure?.Fault, Is.EqualTo(Fault.InvalidRequestUri));
        Assert.That((await new Authorizing(host).AskAsync(ByReference(OAuthClients.Shop, pushed))).Value, Is.InstanceOf<AuthorizationGranted>());
    }

    [Test]
    public async Task It_expires()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var pushed = await PushAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.That((await new Authorizing(host).AskAsync(ByReference(OAuthClients.Shop, pushed))).Failure?.Fault, Is.EqualTo(Fault.InvalidRequestUri));
    }

    [Test]
    public async Task What_the_browser_says_beside_it_does_not_count()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var tampered = ByReference(OAuthClients.Shop, await PushAsync(host)) with { RedirectUri = "https://evil.example/", Scope = "openid phone", State = "forged" };

        var granted = (await new Authorizing(host).AskAsync(tampered)).Value as AuthorizationGranted;

        Assert.That((granted?.RedirectUri, granted?.State), Is.EqualTo((OAuthClients.Shop.RedirectUri, "pushed")));
        Assert.That(OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, granted!.Code)).Scope, Is.EqualTo("openid email"));
    }

    [Test]
    public async Task Where_the_host_requires_it_nothing_else_will_do()
    {
        await using var host = await TestHost.StartAsync(new() { Options = options => options.OAuth.RequirePushedRequests = true });
        await new OAuthSpeaker().RegisterAsync(host);

        Assert.That((await new Authorizing(host).AskAsync(Authorizing.RequestOf(OAuthClients.Shop))).Value, Is.InstanceOf<AuthorizationRefused>());
        Assert.That((await new Authorizing(host).AskAsync(ByReference(OAuthClients.Shop, await PushAsync(host)))).Value, Is.InstanceOf<AuthorizationGranted>());
    }

    [TestCase("redirect_uri", "https://evil.example/", "invalid_request")]
    [TestCase("request_uri", "urn:ietf:params:oauth:request_uri:any", "invalid_request")]
    [TestCase("request", "a.b.c", "request_not_supported")]
    [TestCase("response_type", "token", "unsupported_response_type")]
    [TestCase("response_mode", "web_message", "invalid_request")]
    [TestCase("scope", "orders.read", "invalid_scope")]
    [TestCase("prompt", "none login", "invalid_request")]
    [TestCase("max_age", "-1", "invalid_request")]
    [TestCase("code_challenge", "plain", "invalid_request")]
    public async Task What_could_not_be_asked_by_a_browser_cannot_be_pushed(string name, string value, string error)
    {
        await using var host = await TestHost.StartAsync();
        Dictionary<string, string> fields = new() { ["response_type"] = "code", ["redirect_uri"] = OAuthClients.Shop.RedirectUri, [name] = value };

        (await host.PostFormAsync("/par", [.. OAuthClients.Shop.Fields, .. fields.Select(field => (field.Key, field.Value))])).AssertRefused(400, error);
    }

    private static AuthorizationParameters ByReference(OAuthClient client, string requestUri) => new() { ClientId = client.Id, RequestUri = requestUri };

    private static async Task<string> PushAsync(TestHost host)
    {
        var answer = await host.PostFormAsync("/par", [.. OAuthClients.Shop.Fields, ("response_type", "code"), ("redirect_uri", OAuthClients.Shop.RedirectUri), ("scope", "openid email"), ("state", "pushed")]);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        return answer.Member("request_uri")!;
    }
}
