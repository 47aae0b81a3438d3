using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 7523 §3 and RFC 8725, ASVS 5.0 V10.4.16: an assertion is its client's own, for this server, for a while, once.</summary>
internal sealed class ClientAssertionTests
{
    private static readonly Dictionary<string, Action<Assertion, long>> Changes = new()
    {
        ["another issuer"] = (assertion, _) => assertion.Payload["iss"] = "other-signer",
        ["no issuer"] = (assertion, _) => assertion.Payload.Remove("iss"),
        ["another subject"] = (assertion, _) => assertion.Payload["sub"] = "other-signer",
        ["no subject"] = (assertion, _) => assertion.Payload.Remove("sub"),
        ["another server"] = (assertion, _) => assertion.Payload["aud"] = "https://other.example",
        ["another route"] = (assertion, _) => assertion.Payload["aud"] = $"{TestHost.Issuer}/userinfo",
        ["an address that begins alike"] = (assertion, _) => assertion.Payload["aud"] = $"{TestHost.Issuer}.evil.example",
        ["the token endpoint"] = (assertion, _) => assertion.Payload["aud"] = $"{TestHost.Issuer}/token",
        ["another server and this one"] = (assertion, _) => assertion.Payload["aud"] = new JsonArray("https://other.example", TestHost.Issuer),
        ["this server in a list"] = (assertion, _) => assertion.Payload["aud"] = new JsonArray(TestHost.Issuer),
        ["a slash too many"] = (assertion, _) => assertion.Payload["aud"] = $"{TestHost.Issuer}/",
        ["no audience"] = (assertion, _) => assertion.Payload.Remove("aud"),
        ["an empty list of audiences"] = (assertion, _) => assertion.Payload["aud"] = new JsonArray(),
        ["an expiry that has passed"] = (assertion, now) => assertion.Payload["exp"] = now - 31,
        ["an expiry far away"] = (assertion, now) => assertion.Payload["exp"] = now + 3601,
        ["an expiry beyond all time"] = (assertion, _) => assertion.Payload["exp"] = 99999999999999,
        ["an expiry that is a text"] = (assertion, _) => assertion.Payload["exp"] = "soon",
        ["an expiry that is a number in a text"] = (assertion, now) => assertion.Payload["exp"] = $"{now + 60}",
        ["an issue to come"] = (assertion, now) => assertion.Payload["iat"] = now + 3000,
        ["an issue that is a text"] = (assertion, now) => assertion.Payload["iat"] = $"{now}",
        ["an empty id"] = (assertion, _) => assertion.Payload["jti"] = "",
        ["no expiry"] = (assertion, _) => assertion.Payload.Remove("exp"),
        ["a beginning to come"] = (assertion, now) => assertion.Payload["nbf"] = now + 60,
        ["no id"] = (assertion, _) => assertion.Payload.Remove("jti"),
        ["an id that is no text"] = (assertion, _) => assertion.Payload["jti"] = new JsonObject(),
        ["no algorithm"] = (assertion, _) => assertion.Header.Remove("alg"),
        ["an algorithm that is another"] = (assertion, _) => assertion.Header["alg"] = "ES384",
        ["an algorithm in another case"] = (assertion, _) => assertion.Header["alg"] = "es256",
        ["an extension that has to be understood"] = (assertion, _) => (assertion.Header["crit"], assertion.Header["exp"]) = (new JsonArray("exp"), 1),
        ["an unencoded payload"] = (assertion, _) => (assertion.Header["crit"], assertion.Header["b64"]) = (new JsonArray("b64"), false),
    };

    [Test]
    public async Task As_it_should_be_it_passes()
    {
        var host = await SharedHost.GetAsync();

        foreach (var issued in new long?[] { null, host.Clock.GetUtcNow().ToUnixTimeSeconds() })
        {
            var assertion = new Assertion(host, OAuthClients.Signer);
            if (issued is { } time)
                assertion.Payload["iat"] = time;
            (await Assertion.PresentAsync(host, assertion.Signed(OAuthClients.SignerKey))).AssertRefused(400, "invalid_grant");
        }
    }

    [TestCaseSource(nameof(Names))]
    public async Task With_this_it_does_not(string change)
    {
        var host = await SharedHost.GetAsync();
        var assertion = new Assertion(host, OAuthClients.Signer);
        Changes[change](assertion, host.Clock.GetUtcNow().ToUnixTimeSeconds());

        (await Assertion.PresentAsync(host, assertion.Signed(OAuthClients.SignerKey))).AssertRefused(401, "invalid_client");
    }

    [Test]
    public async Task It_is_good_once()
    {
        var host = await SharedHost.GetAsync();
        var assertion = new Assertion(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Assertion.PresentAsync(host, assertion)));

        Assert.That(answers.Count(answer => answer.Status == 400), Is.EqualTo(1));
        foreach (var answer in answers.Where(answer => answer.Status != 400))
            answer.AssertRefused(401, "invalid_client");
    }

    [Test]
    public async Task Its_id_is_used_up_for_its_client_alone_and_however_it_is_signed_again()
    {
        var host = await SharedHost.GetAsync();
        var (mine, theirs) = (new Assertion(host, OAuthClients.Signer), new Assertion(host, OAuthClients.OtherSigner));
        theirs.Payload["jti"] = mine.Payload["jti"]!.DeepClone();
        await Assertion.PresentAsync(host, mine.Signed(OAuthClients.SignerKey));

        (await Assertion.PresentAsync(host, theirs.Signed(OAuthClients.OtherSignerKey))).AssertRefused(400, "invalid_grant");
        (await Assertion.PresentAsync(host, mine.Signed(OAuthClients.SignerKey))).AssertRefused(401, "invalid_client", "another signature over the same id");
    }

    [Test]
    public async Task Another_clients_key_and_a_key_that_comes_along_sign_nothing()
    {
        var host = await SharedHost.GetAsync();
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var jwk = JsonNode.Parse(OAuthClients.Jwks(foreign))!["keys"]![0]!;

        foreach (var (name, header) in new (string, JsonNode?)[]
        {
            ("jwk", jwk.DeepClone()),
            ("jku", "https://evil.example/jwks.json"),
            ("x5u", "https://evil.example/cert.pem"),
            ("kid", "../../../../dev/null"),
            ("kid", "' OR 1=1 --"),
            ("kid", ""),
        })
        {
            var assertion = new Assertion(host, OAuthClients.Signer);
            assertion.Header[name] = header;
            (await Assertion.PresentAsync(host, assertion.Signed(foreign))).AssertRefused(401, "invalid_client", name);
        }

        (await Assertion.PresentAsync(host, new Assertion(host, OAuthClients.Signer).Signed(OAuthClients.OtherSignerKey))).AssertRefused(401, "invalid_client");
    }

    [Test]
    public async Task What_is_public_is_no_secret_to_sign_with()
    {
        var host = await SharedHost.GetAsync();
        var jwks = OAuthClients.Jwks(OAuthClients.SignerKey);
        var spki = OAuthClients.SignerKey.ExportSubjectPublicKeyInfo();

        foreach (var secret in new[] { Encoding.UTF8.GetBytes(jwks), spki, Encoding.ASCII.GetBytes(OAuthClients.SignerKey.ExportSubjectPublicKeyInfoPem()), [] })
        {
            var assertion = new Assertion(host, OAuthClients.Signer) { Header = { ["alg"] = "HS256" } };
            (await Assertion.PresentAsync(host, assertion.Signed(data => HMACSHA256.HashData(secret, data)))).AssertRefused(401, "invalid_client");
        }
    }

    // The token handler reads the first JSON value alone (RFC 7519 §7.2).
    [TestCase("0")]
    [TestCase("{}")]
    [TestCase(",\"aud\":1}")]
    [TestCase("\0")]
    public async Task Claims_that_more_comes_after_are_none(string after)
    {
        var host = await SharedHost.GetAsync();

        (await Assertion.PresentAsync(host, new Assertion(host, OAuthClients.Signer) { After = after }.Signed(OAuthClients.SignerKey))).AssertRefused(401, "invalid_client");
    }

    [TestCase("none")]
    [TestCase("None")]
    [TestCase("nOnE")]
    public async Task No_signature_is_none(string algorithm)
    {
        var host = await SharedHost.GetAsync();
        var assertion = new Assertion(host, OAuthClients.Signer) { Header = { ["alg"] = algorithm } };

        (await Assertion.PresentAsync(host, assertion.Signed(_ => []))).AssertRefused(401, "invalid_client");
        (await Assertion.PresentAsync(host, assertion.Signed(OAuthClients.SignerKey))).AssertRefused(401, "invalid_client");
    }

    [Test]
    public async Task A_signature_of_zeros_is_none()
    {
        var host = await SharedHost.GetAsync();

        (await Assertion.PresentAsync(host, new Assertion(host, OAuthClients.Signer).Signed(_ => new byte[64]))).AssertRefused(401, "invalid_client");
    }

    [Test]
    public async Task It_is_one_way_of_several_and_of_the_type_that_there_is()
    {
        var host = await SharedHost.GetAsync();

        (await Assertion.PresentAsync(host, Good(), ("client_secret", "any"))).AssertRefused(400, "invalid_request");
        (await Assertion.PresentAsync(host, Good(), ("client_id", "other-signer"))).AssertRefused(401, "invalid_client");
        (await host.PostFormAsync("/token", ("grant_type", "refresh_token"), ("client_assertion", Good()))).AssertRefused(400, "invalid_request");
        (await host.PostFormAsync("/token", ("grant_type", "refresh_token"), ("client_assertion", Good()), ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer"))).AssertRefused(400, "invalid_request");

        string Good() => new Assertion(host, OAuthClients.Signer).Signed(OAuthClients.SignerKey);
    }

    [Test]
    public async Task The_servers_own_tokens_prove_no_client()
    {
        var host = await SharedHost.GetAsync();
        var tokens = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        (await Assertion.PresentAsync(host, tokens.Access)).AssertRefused(401, "invalid_client");
        (await Assertion.PresentAsync(host, tokens.Id!)).AssertRefused(401, "invalid_client");
    }

    private static IEnumerable<string> Names => Changes.Keys;
}
