using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>OpenID Connect Core 1.0 §5.5: what a client asks by name it may know, and what is no such request costs nobody anything.</summary>
internal sealed class ClaimsParameterTests
{
    private static readonly Dictionary<string, string> Broken = new()
    {
        ["no JSON"] = "email",
        ["half of it"] = """{"userinfo":{"email":null}""",
        ["more after it"] = """{"userinfo":{"email":null}}{}""",
        ["a list"] = """["email"]""",
        ["a text"] = "\"email\"",
        ["null"] = "null",
        ["a list of names"] = """{"userinfo":["email"]}""",
        ["a text for names"] = """{"id_token":"email"}""",
        ["true for a claim"] = """{"userinfo":{"email":true}}""",
        ["essential that is a text"] = """{"userinfo":{"email":{"essential":"true"}}}""",
        ["values that are one"] = """{"userinfo":{"sub":{"values":"a"}}}""",
        ["a claim that is there twice"] = """{"userinfo":{"sub":{"value":"a"},"sub":{"value":"b"}}}""",
        ["a comment"] = """{"userinfo":{}/* */}""",
        ["a comma too many"] = """{"userinfo":{},}""",
        ["half a character"] = """{"userinfo":{"sub":{"value":"\ud800"}}}""",
        ["half a name"] = """{"userinfo":{"\ud800":null}}""",
        ["a tower"] = string.Concat(Enumerable.Repeat("""{"userinfo":""", 90)) + "{}" + new string('}', 90),
        ["a crowd"] = "{\"userinfo\":{" + string.Join(',', Enumerable.Range(0, 51).Select(number => $"\"c{number}\":null")) + "}}",
        ["a book"] = "{\"userinfo\":{\"email\":{\"value\":\"" + new string('x', 2000) + "\"}}}",
    };

    [TestCaseSource(nameof(Names))]
    public async Task What_is_not_written_as_it_should_be_is_refused(string name)
    {
        var host = await SharedHost.GetAsync();
        var request = Authorizing.RequestOf(OAuthClients.Shop, "openid") with { Claims = Broken[name] };

        Assert.That(((await new Authorizing(host).AskAsync(request, browser: null)).Value as AuthorizationRefused)?.Failure.Fault, Is.EqualTo(Fault.Invalid));
        (await host.PostFormAsync("/par", [.. OAuthClients.Shop.Fields, ("response_type", "code"), ("redirect_uri", OAuthClients.Shop.RedirectUri), ("scope", "openid"), ("claims", Broken[name])])).AssertRefused(400, "invalid_request");
    }

    [Test]
    public async Task What_the_client_may_not_have_by_scope_it_may_not_have_by_name()
    {
        var narrow = new OAuthClient("narrow", "narrow-secret", "https://narrow.example/callback");
        await using var host = await TestHost.StartAsync(new()
        {
            Options = options => options.Clients.Add(narrow.Listed(client =>
            {
                client.Scopes.Add("openid");
                client.Scopes.Add("firstname");
            })),
        });
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var request = Authorizing.RequestOf(narrow, "openid") with { Claims = """{"userinfo":{"email":{"essential":true},"phone_number":null,"given_name":null,"family_name":null}}""" };

        Assert.That(((ConsentWanted)(await authorizing.AskAsync(request, await authorizing.SignInAsync(), decision: null)).Value!).Scopes, Is.EqualTo(new[] { "openid", "firstname" }));
        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, narrow, await authorizing.CodeAsync(request)));

        Assert.That((await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Json.EnumerateObject().Select(claim => claim.Name), Is.EqualTo(new[] { "sub", "given_name" }));
    }

    [Test]
    public async Task Without_consent_nothing_is_told()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();
        await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop, "openid"), browser);
        var silent = Authorizing.RequestOf(OAuthClients.Shop, "openid") with { Prompt = "none", Claims = """{"id_token":{"email":null}}""" };

        Assert.That(((await authorizing.AskAsync(silent, browser, decision: null)).Value as AuthorizationRefused)?.Failure.Fault, Is.EqualTo(Fault.ConsentRequired));
        Assert.That((await authorizing.AskAsync(silent with { Claims = null }, browser, decision: null)).Value, Is.InstanceOf<AuthorizationGranted>());
    }

    private static IEnumerable<string> Names => Broken.Keys;
}
