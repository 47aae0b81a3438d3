using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>OpenID Connect Core 1.0 §5.3.2 and RFC 9701: replies that a client can show to others as this server's.</summary>
internal sealed class SignedReplyTests
{
    private const string Asked = "application/token-introspection+jwt";

    private static readonly OAuthClient Notary = new("notary", "notary-secret", "https://notary.example/callback");

    [TestCase("RS256")]
    [TestCase("ES256")]
    public async Task Userinfo_is_signed_for_a_client_that_has_said_so(string algorithm)
    {
        await using var host = await StartAsync(client => client.UserInfoAlgorithm = algorithm);
        var tokens = await OAuthTokens.ObtainAsync(host, Notary, "openid email address");

        foreach (var reply in new[] { await OAuthSpeaker.UserInfoAsync(host, tokens.Access), await host.PostFormAsync("/userinfo", ("access_token", tokens.Access)) })
        {
            Assert.That((reply.Status, reply.Header("Content-Type"), reply.Header("Cache-Control")), Is.EqualTo((200, "application/jwt", "no-store")));
            var token = new Forgery(reply.Body);
            Assert.That((Text(token.Header, "alg"), Text(token.Header, "typ")), Is.EqualTo((algorithm, "JWT")));
            Assert.That(token.Payload.Select(claim => claim.Key), Is.EquivalentTo(new[] { "iss", "aud", "iat", "sub", "email", "email_verified" }));
            Assert.That((Text(token.Payload, "iss"), Text(token.Payload, "aud"), Text(token.Payload, "sub")), Is.EqualTo((TestHost.Issuer, Notary.Id, Text(new Forgery(tokens.Id!).Payload, "sub"))));
            await AssertVerifiesAsync(host, reply.Body);
        }

        Assert.That((await OAuthSpeaker.UserInfoAsync(host, (await OAuthTokens.ObtainAsync(host, OAuthClients.Shop)).Access)).Header("Content-Type"), Is.EqualTo("application/json; charset=utf-8"));
        (await OAuthSpeaker.UserInfoAsync(host, "none")).AssertRefused(401, "invalid_token");
    }

    [TestCase(null, "RS256")]
    [TestCase("ES256", "ES256")]
    public async Task Introspection_is_signed_for_whoever_asks_for_that(string? registered, string algorithm)
    {
        await using var host = await StartAsync(client => client.IntrospectionAlgorithm = registered);
        var tokens = await OAuthTokens.ObtainAsync(host, Notary, "openid email");

        var (json, signed) = (await OAuthSpeaker.IntrospectAsync(host, Notary, tokens.Access), await IntrospectAsync(host, tokens.Access, Asked));

        Assert.That((signed.Status, signed.Header("Content-Type"), signed.Header("Cache-Control")), Is.EqualTo((200, Asked, "no-store")));
        var token = new Forgery(signed.Body);
        Assert.That((Text(token.Header, "alg"), Text(token.Header, "typ")), Is.EqualTo((algorithm, "token-introspection+jwt")));
        Assert.That(token.Payload.Select(claim => claim.Key), Is.EquivalentTo(new[] { "iss", "aud", "iat", "token_introspection" }));
        Assert.That((Text(token.Payload, "iss"), Text(token.Payload, "aud")), Is.EqualTo((TestHost.Issuer, Notary.Id)));
        Assert.That(token.Payload["iat"]!.GetValue<long>(), Is.EqualTo(host.Clock.GetUtcNow().ToUnixTimeSeconds()));
        Assert.That(JsonNode.DeepEquals(token.Payload["token_introspection"], JsonNode.Parse(json.Body)), Is.True, $"{token.Payload["token_introspection"]} {json.Body}");
        await AssertVerifiesAsync(host, signed.Body);
    }

    [TestCase(Asked, true)]
    [TestCase("application/json;q=0.5, Application/Token-Introspection+JWT", true)]
    [TestCase("application/token-introspection+jwt;q=0", false)]
    [TestCase("application/token-introspection+jwt2", false)]
    [TestCase("application/json", false)]
    [TestCase("*/*", false)]
    [TestCase("application/jwt", false)]
    public async Task Whoever_takes_it_by_name_has_asked(string accept, bool signed)
    {
        await using var host = await StartAsync();

        var reply = await IntrospectAsync(host, "none", accept);

        Assert.That((reply.Status, reply.Header("Content-Type")), Is.EqualTo((200, signed ? Asked : "application/json; charset=utf-8")), reply.Body);
        Assert.That((signed ? new Forgery(reply.Body).Payload["token_introspection"]! : JsonNode.Parse(reply.Body)!).ToJsonString(), Is.EqualTo("""{"active":false}"""));
    }

    [Test]
    public async Task A_refusal_is_JSON()
    {
        await using var host = await StartAsync();

        (await host.SendAsync(HttpMethod.Post, "/introspect", new FormUrlEncodedContent([new("token", "any"), new("client_id", Notary.Id), new("client_secret", "wrong")]), ("Accept", Asked))).AssertRefused(401, "invalid_client");
        (await host.SendAsync(HttpMethod.Post, "/introspect", new FormUrlEncodedContent([new("token", "any"), new("client_id", OAuthClients.App.Id)]), ("Accept", Asked))).AssertRefused(400, "unauthorized_client");
    }

    [Test]
    public async Task It_passes_for_no_token()
    {
        await using var host = await StartAsync(client => client.UserInfoAlgorithm = "ES256");
        var tokens = await OAuthTokens.ObtainAsync(host, Notary, "openid email");

        foreach (var reply in new[] { (await OAuthSpeaker.UserInfoAsync(host, tokens.Access)).Body, (await IntrospectAsync(host, tokens.Access, Asked)).Body })
        {
            (await OAuthSpeaker.UserInfoAsync(host, reply)).AssertRefused(401, "invalid_token");
            Assert.That((await OAuthSpeaker.IntrospectAsync(host, Notary, reply)).Member("active"), Is.EqualTo("False"));
            var hinted = Authorizing.RequestOf(Notary, "openid") with { IdTokenHint = reply, Prompt = "none" };
            Assert.That((await new Authorizing(host).AskAsync(hinted)).Value, Is.InstanceOf<AuthorizationServer.Requests.AuthorizationRefused>());
        }
    }

    private static Task<TestHost> StartAsync(Action<Client>? change = null) => TestHost.StartAsync(new() { Options = options => options.Clients.Add(Notary.Listed(change)) });

    private static Task<Answer> IntrospectAsync(TestHost host, string token, string accept) =>
        host.SendAsync(HttpMethod.Post, "/introspect", new FormUrlEncodedContent([new("token", token), new("client_id", Notary.Id), new("client_secret", Notary.Secret)]), ("Accept", accept));

    private static string Text(JsonObject part, string name) => part[name]!.GetValue<string>();

    private static async Task AssertVerifiesAsync(TestHost host, string token)
    {
        var kid = Text(new Forgery(token).Header, "kid");
        var jwk = (await host.GetAsync("/.well-known/jwks.json")).Json.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kid").GetString() == kid);
        var (signed, signature) = (Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]), Base64Url.DecodeFromChars(token.AsSpan(token.LastIndexOf('.') + 1)));
        if (jwk.GetProperty("kty").GetString() == "RSA")
        {
            using var rsa = RSA.Create(new RSAParameters { Modulus = Member("n"), Exponent = Member("e") });
            Assert.That(rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), Is.True);
            return;
        }

        using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Member("x"), Y = Member("y") } });
        Assert.That(ecdsa.VerifyData(signed, signature, HashAlgorithmName.SHA256), Is.True);

        byte[] Member(string name) => Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());
    }
}
