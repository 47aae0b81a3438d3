using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;

namespace AuthKit.Contracts.Tests.OpenIdConnect;

/// <summary>OpenID Connect Core 1.0 §2 and §3.1.3.6: an id token says who has signed in, when, and for whom.</summary>
internal sealed class IdTokenTests
{
    [Test]
    public async Task It_says_what_it_has_to()
    {
        await using var host = await TestHost.StartAsync();
        await new OAuthSpeaker().RegisterAsync(host);
        var authorizing = new Authorizing(host);
        var browser = await authorizing.SignInAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var step = await authorizing.AskAsync(Authorizing.RequestOf(OAuthClients.Shop) with { Nonce = "n-0S6_WzA2Mj" }, browser);

        var tokens = OAuthTokens.Of(await OAuthSpeaker.RedeemAsync(host, OAuthClients.Shop, ((AuthorizationGranted)step.Value!).Code));

        var (claims, now) = (new Forgery(tokens.Id!).Payload, host.Clock.GetUtcNow().ToUnixTimeSeconds());
        Assert.That(Text("iss"), Is.EqualTo(TestHost.Issuer));
        Assert.That(Text("aud"), Is.EqualTo("shop"));
        Assert.That(Text("nonce"), Is.EqualTo("n-0S6_WzA2Mj"));
        Assert.That(Text("sub"), Is.EqualTo(new Forgery(tokens.Access).Payload["sub"]!.GetValue<string>()));
        Assert.That(Text("at_hash"), Is.EqualTo(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(tokens.Access)).AsSpan(0, 16))));
        Assert.That((Number("iat"), Number("exp"), Number("auth_time")), Is.EqualTo((now, now + 900, now - 120)));
        Assert.That(new Forgery(tokens.Id!).Header["typ"]!.GetValue<string>(), Is.EqualTo("JWT"));

        string Text(string name) => claims[name]!.GetValue<string>();
        long Number(string name) => claims[name]!.GetValue<long>();
    }

    [Test]
    public async Task After_a_refresh_it_is_about_the_same_sign_in_and_without_a_nonce()
    {
        await using var host = await TestHost.StartAsync();
        var first = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);
        host.Clock.Advance(TimeSpan.FromHours(1));

        var second = OAuthTokens.Of(await OAuthSpeaker.RefreshAsync(host, OAuthClients.Shop, first.Refresh!));

        var (before, after) = (new Forgery(first.Id!).Payload, new Forgery(second.Id!).Payload);
        foreach (var claim in new[] { "iss", "sub", "aud", "auth_time" })
            Assert.That(after[claim]!.ToJsonString(), Is.EqualTo(before[claim]!.ToJsonString()), claim);
        Assert.That(after["iat"]!.GetValue<long>(), Is.GreaterThan(before["iat"]!.GetValue<long>()));
        Assert.That(after.ContainsKey("nonce"), Is.False);
    }

    [TestCase(null, "RS256")]
    [TestCase("RS256", "RS256")]
    [TestCase("ES256", "ES256")]
    public async Task A_published_key_verifies_it_by_the_algorithm_that_the_client_wants(string? wanted, string algorithm)
    {
        var client = new OAuthClient("choosy", "choosy-secret", "https://choosy.example/callback");
        await using var host = await TestHost.StartAsync(new() { Options = options => options.Clients.Add(client.Listed(listed => listed.IdTokenAlgorithm = wanted)) });

        var token = (await OAuthTokens.ObtainAsync(host, client)).Id!;

        var header = new Forgery(token).Header;
        Assert.That(header["alg"]!.GetValue<string>(), Is.EqualTo(algorithm));
        var key = (await host.GetAsync("/.well-known/jwks.json")).Json.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kid").GetString() == header["kid"]!.GetValue<string>());
        Assert.That(key.GetProperty("alg").GetString(), Is.EqualTo(algorithm));
        Assert.That(Verifies(key, token), Is.True);
        Assert.That(new Forgery((await OAuthTokens.ObtainAsync(host, client)).Access).Header["alg"]!.GetValue<string>(), Is.EqualTo("ES256"));
    }

    [Test]
    public async Task Without_openid_there_is_none()
    {
        await using var host = await TestHost.StartAsync();

        Assert.That((await OAuthTokens.ObtainAsync(host, OAuthClients.Shop, "email")).Id, Is.Null);
    }

    [Test]
    public async Task The_ring_publishes_a_key_of_each_algorithm()
    {
        await using var host = await TestHost.StartAsync();

        var keys = (await host.GetAsync("/.well-known/jwks.json")).Json.GetProperty("keys").EnumerateArray();

        Assert.That(keys.Select(key => key.GetProperty("alg").GetString()), Is.EquivalentTo(new[] { "ES256", "RS256" }));
    }

    private static bool Verifies(JsonElement jwk, string token)
    {
        var (signed, signature) = (Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]), Base64Url.DecodeFromChars(token.AsSpan(token.LastIndexOf('.') + 1)));
        if (jwk.GetProperty("kty").GetString() == "RSA")
        {
            using var rsa = RSA.Create(new RSAParameters { Modulus = Member("n"), Exponent = Member("e") });
            return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Member("x"), Y = Member("y") } });
        return ecdsa.VerifyData(signed, signature, HashAlgorithmName.SHA256);

        byte[] Member(string name) => Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());
    }
}
