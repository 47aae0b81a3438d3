using System.Text;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 6749 §10.1 and §10.2, ASVS 5.0 V10.4.10: nobody passes for a client without what the client alone has.</summary>
internal sealed class ClientImpersonationTests
{
    private static readonly Dictionary<string, (string Name, string Value)[]> Impostors = new()
    {
        ["an unknown client"] = [("client_id", "nobody"), ("client_secret", "shop-secret")],
        ["no client"] = [],
        ["no id"] = [("client_secret", "shop-secret")],
        ["no secret"] = [("client_id", "shop")],
        ["an empty secret"] = [("client_id", "shop"), ("client_secret", "")],
        ["another client's secret"] = [("client_id", "shop"), ("client_secret", "mall-secret")],
        ["the secret in another case"] = [("client_id", "shop"), ("client_secret", "SHOP-SECRET")],
        ["the id in another case"] = [("client_id", "Shop"), ("client_secret", "shop-secret")],
        ["the id with a space"] = [("client_id", "shop "), ("client_secret", "shop-secret")],
        ["a public client with a secret"] = [("client_id", "app"), ("client_secret", "shop-secret")],
        ["a client with keys, without an assertion"] = [("client_id", "signer")],
        ["a client with keys, with a secret"] = [("client_id", "signer"), ("client_secret", "shop-secret")],
    };

    [TestCaseSource(nameof(Names))]
    public async Task They_are_all_told_the_same_wherever_clients_present_themselves(string impostor)
    {
        var host = await SharedHost.GetAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        var code = await new Authorizing(host).CodeAsync(OAuthClients.Shop);
        var fields = Impostors[impostor];

        foreach (var answer in new[]
        {
            await AskAsync("/token", ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", OAuthClients.Shop.RedirectUri)),
            await AskAsync("/token", ("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh!)),
            await AskAsync("/token", ("grant_type", "client_credentials")),
            await AskAsync("/device_authorization"),
            await AskAsync("/par", ("response_type", "code")),
            await AskAsync("/introspect", ("token", tokens.Access)),
            await AskAsync("/revoke", ("token", tokens.Access)),
        })
        {
            answer.AssertRefused(401, "invalid_client", impostor);
            Assert.That(answer.Member("error_description"), Is.EqualTo("The client could not be authenticated."));
        }

        Assert.That(await tokens.TryAsync(host, OAuthClients.Shop), Is.EqualTo((200, 200)));

        Task<Answer> AskAsync(string path, params (string Name, string Value)[] more) => host.PostFormAsync(path, [.. fields, .. more]);
    }

    [TestCase("shop:mall-secret")]
    [TestCase("shop:")]
    [TestCase("shop")]
    [TestCase(":shop-secret")]
    [TestCase("app:")]
    [TestCase("shop:shop-secret:")]
    public async Task By_the_header_neither(string pair)
    {
        var host = await SharedHost.GetAsync();

        var answer = await BasicAsync(host, Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)), ("grant_type", "refresh_token"), ("refresh_token", "any"));

        if (pair == "app:")
            answer.AssertRefused(400, "invalid_grant", "A public client's empty secret is none.");
        else
            answer.AssertRefused(401, "invalid_client");
    }

    [TestCase("%%%")]
    [TestCase("c2hvcDpzaG9wLXNlY3JldA")]
    [TestCase("/w==")]
    public async Task A_header_that_cannot_be_read_names_nobody(string credentials)
    {
        var host = await SharedHost.GetAsync();

        (await BasicAsync(host, credentials, [("grant_type", "refresh_token"), ("refresh_token", "any"), .. OAuthClients.Shop.Fields])).AssertRefused(401, "invalid_client");
    }

    [TestCase("client_secret", "shop-secret")]
    [TestCase("client_id", "mall")]
    [TestCase("client_assertion", "a.b.c")]
    [TestCase("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")]
    public async Task Two_ways_at_once_are_refused(string field, string value)
    {
        var host = await SharedHost.GetAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        (await BasicAsync(host, "c2hvcDpzaG9wLXNlY3JldA==", ("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh!), (field, value))).AssertRefused(400, "invalid_request");
    }

    [Test]
    public async Task The_header_and_the_same_id_in_the_body_are_one_way()
    {
        var host = await SharedHost.GetAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        Assert.That((await BasicAsync(host, "c2hvcDpzaG9wLXNlY3JldA==", ("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh!), ("client_id", "shop"))).Status, Is.EqualTo(200));
    }

    [TestCase("client_secret_basic", false)]
    [TestCase("client_secret_post", true)]
    public async Task A_client_that_has_chosen_a_way_is_held_to_it(string method, bool inHeader)
    {
        var strict = new OAuthClient("strict", "strict-secret", "https://strict.example/callback");
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Clients.Add(strict.Listed(client => client.AuthenticationMethod = method)) });

        var header = await BasicAsync(host, Convert.ToBase64String("strict:strict-secret"u8), ("grant_type", "refresh_token"), ("refresh_token", "any"));
        var fields = await OAuthSpeaker.RefreshAsync(host, strict, "any");

        (inHeader ? header : fields).AssertRefused(401, "invalid_client");
        (inHeader ? fields : header).AssertRefused(400, "invalid_grant");
    }

    [Test]
    public async Task A_grant_that_a_client_does_not_have_is_closed_to_it()
    {
        var host = await SharedHost.GetAsync();

        (await OAuthSpeaker.TokenAsync(host, OAuthClients.Shop, "client_credentials")).AssertRefused(400, "unauthorized_client");
        (await OAuthSpeaker.RedeemAsync(host, OAuthClients.Robot, "any")).AssertRefused(400, "unauthorized_client");
        (await OAuthSpeaker.TokenAsync(host, OAuthClients.Shop, "password", ("username", Speaker.Email), ("password", Speaker.Password))).AssertRefused(400, "unsupported_grant_type");
        (await OAuthSpeaker.TokenAsync(host, OAuthClients.Shop, "implicit")).AssertRefused(400, "unsupported_grant_type");
    }

    [Test]
    public async Task A_public_client_has_no_name_of_its_own_to_speak_in()
    {
        var app = new OAuthClient("bare", null, "https://bare.example/callback");
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Clients.Add(app.Listed(client => client.Grants.Add("client_credentials"))) });

        (await OAuthSpeaker.TokenAsync(host, app, "client_credentials")).AssertRefused(400, "unauthorized_client");
    }

    private static IEnumerable<string> Names => Impostors.Keys;

    private static Task<Answer> BasicAsync(TestHost host, string credentials, params (string Name, string Value)[] fields) =>
        host.SendAsync(HttpMethod.Post, "/token", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), ("Authorization", $"Basic {credentials}"));
}
