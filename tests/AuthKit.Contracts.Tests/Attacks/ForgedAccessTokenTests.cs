using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Tokens;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 8725 §2.1 and §3.1, ASVS 5.0 V9.1: what the server has not signed as an access token opens nothing.</summary>
internal sealed class ForgedAccessTokenTests
{
    [Test]
    public async Task Whatever_the_header_says()
    {
        await using var host = await TestHost.StartAsync();
        var good = (await OAuthTokens.ObtainAsync(host, OAuthClients.Shop)).Access;
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rsa = await KeyAsync(host, "RS256");
        var secrets = new[] { rsa.GetRawText(), rsa.GetProperty("n").GetString()!, Pem(rsa) }.Select(Encoding.UTF8.GetBytes);
        List<string> forged =
        [
            Forge(good, token => token.Bare(), ("alg", "none")),
            Forge(good, token => token.Bare(), ("alg", "nOnE")),
            Forge(good, token => token.Unsigned(), ("alg", "none")),
            Forge(good, token => token.Signed(foreign)),
            Forge(good, token => token.Signed(foreign), ("kid", rsa.GetProperty("kid").GetString()!)),
            Forge(good, token => token.Signed(foreign), ("kid", "../../../../dev/null")),
            Forge(good, token => token.Signed([]), ("kid", "' UNION SELECT ''--"), ("alg", "HS256")),
            Forge(good, token => token.Signed(foreign), ("jwk", JsonNode.Parse(OAuthClients.Jwks(foreign))!["keys"]![0]!.DeepClone())),
            Forge(good, token => token.Signed(foreign), ("jku", "https://evil.example/jwks.json")),
            Forge(good, token => token.Signed(foreign), ("x5u", "https://evil.example/cert.pem")),
            .. secrets.Select(secret => Forge(good, token => token.Signed(secret), ("alg", "HS256"), ("kid", rsa.GetProperty("kid").GetString()!))),
        ];

        foreach (var token in forged)
        {
            (await OAuthSpeaker.UserInfoAsync(host, token)).AssertRefused(401, "invalid_token", token);
            Assert.That((await OAuthSpeaker.IntrospectAsync(host, OAuthClients.Shop, token)).Body, Is.EqualTo("""{"active":false}"""), token);
        }

        Assert.That((await OAuthSpeaker.UserInfoAsync(host, good)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task An_extension_that_has_to_be_understood_is_not()
    {
        await using var host = await TestHost.StartAsync();
        var token = new Forgery((await OAuthTokens.ObtainAsync(host, OAuthClients.Shop)).Access);
        using var key = await RingKey.OfAsync(host);
        token.Header["crit"] = new JsonArray("b64");
        token.Header["b64"] = false;

        (await OAuthSpeaker.UserInfoAsync(host, token.Signed(key))).AssertRefused(401, "invalid_token");
    }

    [Test]
    public async Task Another_clients_session_or_a_wider_scope_needs_a_signature()
    {
        await using var host = await TestHost.StartAsync();
        var token = new Forgery((await OAuthTokens.ObtainAsync(host, OAuthClients.Shop)).Access);
        token.Payload["scope"] = "openid email phone";

        (await OAuthSpeaker.UserInfoAsync(host, token.Unsigned())).AssertRefused(401, "invalid_token");
    }

    private static string Forge(string good, Func<Forgery, string> sign, params (string Name, JsonNode Value)[] header)
    {
        var forgery = new Forgery(good);
        foreach (var (name, value) in header)
            forgery.Header[name] = value;
        return sign(forgery);
    }

    private static async Task<JsonElement> KeyAsync(TestHost host, string algorithm) =>
        (await host.GetAsync("/.well-known/jwks.json")).Json.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("alg").GetString() == algorithm);

    private static string Pem(JsonElement jwk)
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64Url.DecodeFromChars(jwk.GetProperty("n").GetString()), Exponent = Base64Url.DecodeFromChars(jwk.GetProperty("e").GetString()) });
        return rsa.ExportSubjectPublicKeyInfoPem();
    }
}
