using System.Text.Json;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Pages;

namespace AuthKit.Contracts.Tests.RichRequests;

/// <summary>RFC 9396: what is asked for beside the scope is judged by the host, shown to the user, granted as judged, and told everywhere.</summary>
internal sealed class AuthorizationDetailsTests
{
    private const string Payment = """[{"type":"payment","amount":42}]""", Granted = """[{"type":"payment","amount":42,"currency":"EUR"}]""";

    private static Task<TestHost> StartAsync(Action<AuthKitOptions>? options = null) =>
        TestHost.StartAsync(new() { Build = authKit => authKit.AddAuthorizationDetails<PaymentDetails>(), Options = options ?? (_ => { }), Map = HostsOwn.Map });

    [Test]
    public async Task They_reach_the_reply_the_token_introspection_and_the_host_s_endpoints()
    {
        await using var host = await StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var code = await new Authorizing(host).CodeAsync(Authorizing.RequestOf(OAuthClients.Shop) with { AuthorizationDetails = Payment });

        var answer = await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, code);
        Assert.That(Details(answer), Is.EqualTo(Granted));
        var refreshed = await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, OAuthTokens.Of(answer).Refresh!);
        Assert.That(Details(refreshed), Is.EqualTo(Granted));
        var tokens = OAuthTokens.Of(refreshed);
        Assert.That(Details(await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Access)), Is.EqualTo(Granted));
        Assert.That(Details(await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, tokens.Refresh!)), Is.EqualTo(Granted));
        Assert.That((await host.GetAsync("/paid", Requests.Bearer(tokens.Access))).Body, Is.EqualTo(Granted));
    }

    [Test]
    public async Task A_client_gets_them_in_its_own_name()
    {
        await using var host = await StartAsync();
        Assert.That(Details(await OAuthSpeaker.TokenAsync(host, OAuthClients.Robot, "client_credentials", ("authorization_details", Payment))), Is.EqualTo(Granted));
    }

    [Test]
    public async Task A_device_gets_what_the_page_has_said()
    {
        await using var host = await StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var begun = await host.PostFormAsync("/device_authorization", [("scope", "openid offline_access"), ("authorization_details", Payment), .. OAuthClients.App.Fields]);
        Assert.That(begun.Status, Is.EqualTo(200), begun.Body);
        using var browser = new Browser(host);
        var ask = await browser.SignInAsync(await browser.OpenAsync("/device"));
        var page = await browser.SubmitAsync(ask, ("user_code", begun.Member("user_code")!));
        Assert.That(page.Body, Does.Contain("Pay 42 EUR once &lt;b&gt;"), page.Body);
        await browser.SubmitAsync(page, ("decision", "allow"));

        var answer = await OAuthSpeaker.PollAsync(host, OAuthClients.App, begun.Member("device_code")!);

        Assert.That(Details(answer), Is.EqualTo(Granted));
        Assert.That(Details(await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Robot, answer.Member("access_token")!)), Is.EqualTo(Granted));
        var refused = await host.PostFormAsync("/device_authorization", [("authorization_details", Payment.Replace("42", "101", StringComparison.Ordinal)), .. OAuthClients.App.Fields]);
        Assert.That((refused.Status, refused.Member("error")), Is.EqualTo((400, "invalid_authorization_details")), refused.Body);
    }

    [Test]
    public async Task Who_asks_for_none_is_told_of_none()
    {
        await using var host = await StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var answer = await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, await new Authorizing(host).CodeAsync(OAuthClients.Shop));
        Assert.That(answer.Json.TryGetProperty("authorization_details", out _), Is.False);
    }

    [Test]
    public async Task The_page_says_each_as_text_and_asks_even_where_the_rest_was_allowed_before()
    {
        await using var host = await StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.House));
        using var browser = new Browser(host);
        var page = await browser.SignInAsync(await browser.OpenAsync($"/authorize?client_id=house&response_type=code&scope=openid&authorization_details={Uri.EscapeDataString(Payment)}"));
        Assert.That(page.Body, Does.Contain("Pay 42 EUR once &lt;b&gt;"), page.Body);
        var silent = Authorizing.RequestOf(OAuthClients.House) with { AuthorizationDetails = Payment, Prompt = "none" };
        Assert.That(((AuthorizationRefused)(await authorizing.AskAsync(silent, await authorizing.SignInAsync(), decision: null)).Value!).Failure.Fault, Is.EqualTo(Fault.ConsentRequired));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("[1]")]
    [TestCase("not json")]
    [TestCase("""[{"amount":1}]""")]
    [TestCase("""[{"type":1,"amount":1}]""")]
    [TestCase("""[{"type":"unknown","amount":1}]""")]
    [TestCase("""[{"type":"PAYMENT","amount":1}]""")]
    [TestCase("""[{"type":"payment","amount":101}]""", Description = "refused by the host")]
    [TestCase("""[{"type":"payment","amount":1},{"type":"payment","amount":101}]""")]
    [TestCase("""[{"type":"payment","type":"payment","amount":1}]""", Description = "two members of one name")]
    public async Task What_is_not_in_order_is_refused_to_clients_in_their_own_name_at_the_pages_and_when_pushed(string details)
    {
        await using var host = await StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        if (details.Length > 0)
        {
            var token = await OAuthSpeaker.TokenAsync(host, OAuthClients.Robot, "client_credentials", ("authorization_details", details));
            Assert.That((token.Status, token.Member("error")), Is.EqualTo((400, "invalid_authorization_details")), token.Body);
            var request = Authorizing.RequestOf(OAuthClients.Shop) with { AuthorizationDetails = details };
            Assert.That(((AuthorizationRefused)(await new Authorizing(host).AskAsync(request)).Value!).Failure.Fault, Is.EqualTo(Fault.InvalidAuthorizationDetails));
        }

        var pushed = await host.PostFormAsync("/par", [("response_type", "code"), ("redirect_uri", OAuthClients.Shop.RedirectUri), ("authorization_details", details), .. OAuthClients.Shop.Fields]);
        Assert.That(pushed.Status, Is.EqualTo(details.Length > 0 ? 400 : 201), "what is empty was not sent (RFC 6749 §3.1)");
    }

    [Test]
    public async Task A_bomb_is_refused()
    {
        await using var host = await StartAsync();
        foreach (var details in new[] { new string('[', 20_000), $$"""[{{string.Join(',', Enumerable.Repeat("""{"type":"payment","amount":1}""", 1000))}}]""", $$"""[{"type":"payment","amount":1,"x":"{{new string('x', 4000)}}"}]""" })
        {
            var answer = await OAuthSpeaker.TokenAsync(host, OAuthClients.Robot, "client_credentials", ("authorization_details", details));
            Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((400, "invalid_authorization_details")), answer.Body);
        }
    }

    [Test]
    public async Task A_client_may_be_held_to_some_types()
    {
        await using var host = await StartAsync(options => options.Clients.Single(client => client.Id == OAuthClients.Robot.Id).AuthorizationDetailsTypes.Add("report"));
        var answer = await OAuthSpeaker.TokenAsync(host, OAuthClients.Robot, "client_credentials", ("authorization_details", Payment));
        Assert.That((answer.Status, answer.Member("error")), Is.EqualTo((400, "invalid_authorization_details")));
    }

    [Test]
    public async Task Discovery_tells_the_types_where_there_are_some()
    {
        await using var with = await StartAsync();
        Assert.That((await with.GetAsync("/.well-known/openid-configuration")).Json.GetProperty("authorization_details_types_supported").GetRawText(), Is.EqualTo("""["payment"]"""));
        await using var without = await TestHost.StartAsync();
        Assert.That((await without.GetAsync("/.well-known/openid-configuration")).Json.TryGetProperty("authorization_details_types_supported", out _), Is.False);
    }

    private static string Details(Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return JsonSerializer.Serialize(answer.Json.GetProperty("authorization_details"));
    }
}
