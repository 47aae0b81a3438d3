using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>RFC 9449 §4.3 and §11: what is no proof of this request, or of no key.</summary>
internal sealed class ForgedProofTests
{
    private static readonly Dictionary<string, Action<JsonObject, JsonObject, long>> Changes = new()
    {
        ["another method"] = (_, payload, _) => payload["htm"] = "GET",
        ["a method in another case"] = (_, payload, _) => payload["htm"] = "post",
        ["no method"] = (_, payload, _) => payload.Remove("htm"),
        ["another server"] = (_, payload, _) => payload["htu"] = "https://evil.example/token",
        ["another route"] = (_, payload, _) => payload["htu"] = $"{TestHost.Issuer}/userinfo",
        ["another scheme"] = (_, payload, _) => payload["htu"] = TestHost.Issuer.Replace("https", "http", StringComparison.Ordinal) + "/token",
        ["another port"] = (_, payload, _) => payload["htu"] = $"{TestHost.Issuer}:8443/token",
        ["a path in another case"] = (_, payload, _) => payload["htu"] = $"{TestHost.Issuer}/Token",
        ["a slash too many"] = (_, payload, _) => payload["htu"] = $"{TestHost.Issuer}/token/",
        ["a user in the address"] = (_, payload, _) => payload["htu"] = "https://auth.example@evil.example/token",
        ["a path alone"] = (_, payload, _) => payload["htu"] = "/token",
        ["no address"] = (_, payload, _) => payload.Remove("htu"),
        ["an address that is no text"] = (_, payload, _) => payload["htu"] = new JsonArray($"{TestHost.Issuer}/token"),
        ["too old"] = (_, payload, now) => payload["iat"] = now - 61,
        ["yet to come"] = (_, payload, now) => payload["iat"] = now + 31,
        ["a time beyond all time"] = (_, payload, _) => payload["iat"] = 1e300,
        ["a time in a text"] = (_, payload, now) => payload["iat"] = $"{now}",
        ["no time"] = (_, payload, _) => payload.Remove("iat"),
        ["no id"] = (_, payload, _) => payload.Remove("jti"),
        ["an empty id"] = (_, payload, _) => payload["jti"] = "",
        ["an id that fills the store"] = (_, payload, _) => payload["jti"] = new string('a', 257),
        ["an id that is no text"] = (_, payload, _) => payload["jti"] = 1,
        ["another type"] = (header, _, _) => header["typ"] = "JWT",
        ["no type"] = (header, _, _) => header.Remove("typ"),
        ["no algorithm"] = (header, _, _) => header.Remove("alg"),
        ["another algorithm"] = (header, _, _) => header["alg"] = "ES384",
        ["a symmetric algorithm"] = (header, _, _) => header["alg"] = "HS256",
        ["the algorithm none"] = (header, _, _) => header["alg"] = "none",
        ["no key"] = (header, _, _) => header.Remove("jwk"),
        ["a key that is a text"] = (header, _, _) => header["jwk"] = "key",
        ["a symmetric key"] = (header, _, _) => header["jwk"] = new JsonObject { ["kty"] = "oct", ["k"] = "c2VjcmV0" },
        ["a key that is not on the curve"] = (header, _, _) => header["jwk"]!["y"] = Base64Url.EncodeToString(new byte[32]),
        ["a key that is too short"] = (header, _, _) => header["jwk"]!["x"] = "AQ",
        ["a key of another curve"] = (header, _, _) => header["jwk"]!["crv"] = "secp256k1",
        ["an extension that has to be understood"] = (header, _, _) => (header["crit"], header["b64"]) = (new JsonArray("b64"), false),
    };

    private static IEnumerable<string> Names => Changes.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task With_this_it_is_none(string change)
    {
        var host = await SharedHost.GetAsync();
        using var key = new DPoPKey();
        var proof = key.Proof(host, "POST", "/token", change: (header, payload) => Changes[change](header, payload, host.Clock.GetUtcNow().ToUnixTimeSeconds()));

        (await DPoPKey.TokenAsync(host, proof, OAuthClients.Robot, "client_credentials")).AssertRefused(400, "invalid_dpop_proof");
    }

    [Test]
    public async Task What_shows_its_private_key_is_none()
    {
        var host = await SharedHost.GetAsync();
        using var key = new DPoPKey();

        foreach (var member in new[] { "d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv" })
        {
            var proof = key.Proof(host, "POST", "/token", change: (header, _) => header["jwk"]![member] = key.Private);
            (await DPoPKey.TokenAsync(host, proof, OAuthClients.Robot, "client_credentials")).AssertRefused(400, "invalid_dpop_proof", member);
        }
    }

    [Test]
    public async Task What_another_key_signed_is_none()
    {
        var host = await SharedHost.GetAsync();
        using var key = new DPoPKey();
        using var other = new DPoPKey();
        var proof = other.Proof(host, "POST", "/token", change: (header, _) => header["jwk"] = key.Jwk);

        (await DPoPKey.TokenAsync(host, proof, OAuthClients.Robot, "client_credentials")).AssertRefused(400, "invalid_dpop_proof");
    }

    [TestCase("none")]
    [TestCase("HS256")]
    public async Task What_is_public_is_no_secret_to_sign_with(string algorithm)
    {
        var host = await SharedHost.GetAsync();
        using var key = new DPoPKey();
        var (header, payload) = key.Parts(host, "POST", "/token");
        header["alg"] = algorithm;
        var secret = Encoding.UTF8.GetBytes(key.Jwk.ToJsonString());

        foreach (var sign in new Func<byte[], byte[]>[] { data => HMACSHA256.HashData(secret, data), _ => [], _ => new byte[64] })
            (await DPoPKey.TokenAsync(host, DPoPKey.Sign(header, payload, sign), OAuthClients.Robot, "client_credentials")).AssertRefused(400, "invalid_dpop_proof");
    }

    [Test]
    public async Task A_key_that_is_too_weak_is_none()
    {
        using var rsa = RSA.Create(1024);
        var shape = rsa.ExportParameters(includePrivateParameters: false);

        await AssertNoneAsync(shape.Modulus!, shape.Exponent!, data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Test]
    public async Task A_key_that_costs_too_much_is_none()
    {
        // Of two Mersenne primes: others of that size take seconds to find.
        var (p, q, e) = ((BigInteger.One << 2203) - 1, (BigInteger.One << 2281) - 1, (BigInteger)65537);
        var (modulus, order) = (p * q, (p - 1) * (q - 1));
        var d = (((e - BigInteger.ModPow(order % e, e - 2, e)) * order) + 1) / e;

        await AssertNoneAsync(modulus.ToByteArray(isUnsigned: true, isBigEndian: true), e.ToByteArray(isUnsigned: true, isBigEndian: true), Sign);

        // RFC 8017 §8.2.1 and §9.2.
        byte[] Sign(byte[] data)
        {
            var length = modulus.GetByteCount(isUnsigned: true);
            byte[] digest = [.. Convert.FromHexString("3031300d060960864801650304020105000420"), .. SHA256.HashData(data)];
            byte[] encoded = [0, 1, .. Enumerable.Repeat((byte)0xFF, length - digest.Length - 3), 0, .. digest];
            var signature = BigInteger.ModPow(new(encoded, isUnsigned: true, isBigEndian: true), d, modulus).ToByteArray(isUnsigned: true, isBigEndian: true);
            return [.. new byte[length - signature.Length], .. signature];
        }
    }

    [TestCase("RS256")]
    [TestCase("PS256")]
    [TestCase("ES384")]
    public async Task Of_the_other_algorithms_it_is_one(string algorithm)
    {
        var host = await SharedHost.GetAsync();
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var key = new DPoPKey();
        var (header, payload) = key.Parts(host, "POST", "/token");
        var (shape, point) = (rsa.ExportParameters(includePrivateParameters: false), curve.ExportParameters(includePrivateParameters: false).Q);
        header["alg"] = algorithm;
        header["jwk"] = algorithm is "ES384"
            ? new JsonObject { ["kty"] = "EC", ["crv"] = "P-384", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) }
            : new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(shape.Modulus), ["e"] = Base64Url.EncodeToString(shape.Exponent) };
        var proof = DPoPKey.Sign(header, payload, data => algorithm is "ES384"
            ? curve.SignData(data, HashAlgorithmName.SHA384)
            : rsa.SignData(data, HashAlgorithmName.SHA256, algorithm is "RS256" ? RSASignaturePadding.Pkcs1 : RSASignaturePadding.Pss));

        Assert.That((await DPoPKey.TokenAsync(host, proof, OAuthClients.Robot, "client_credentials")).Member("token_type"), Is.EqualTo("DPoP"));
    }

    [Test]
    public async Task Two_of_them_and_what_is_no_JWT_are_none()
    {
        var host = await SharedHost.GetAsync();
        using var key = new DPoPKey();
        (string, string)[] fields = [("grant_type", "client_credentials"), .. OAuthClients.Robot.Fields];
        var proof = key.Proof(host, "POST", "/token");

        foreach (var proofs in new string[][] { [proof, key.Proof(host, "POST", "/token")], [proof, proof], ["nonsense"], [proof + ".a.b"], ["a.b.c"], [".."], [new string('a', 16 * 1024)] })
            (await DPoPKey.PostAsync(host, "/token", proofs, fields)).AssertRefused(400, "invalid_dpop_proof");
    }

    [Test]
    public async Task A_member_that_is_there_twice_makes_it_none()
    {
        var host = await SharedHost.GetAsync();
        using var key = new DPoPKey();
        var (header, payload) = key.Parts(host, "POST", "/token");
        var (first, second) = (header.ToJsonString(), payload.ToJsonString());

        foreach (var proof in new[] { key.Sign(first, second.Insert(1, "\"htu\":\"https://evil.example/token\",")), key.Sign(first.Insert(1, "\"jwk\":{},"), second) })
            (await DPoPKey.TokenAsync(host, proof, OAuthClients.Robot, "client_credentials")).AssertRefused(400, "invalid_dpop_proof");
        Assert.That((await DPoPKey.TokenAsync(host, key.Sign(first, second), OAuthClients.Robot, "client_credentials")).Status, Is.EqualTo(200));
    }

    private static async Task AssertNoneAsync(byte[] modulus, byte[] exponent, Func<byte[], byte[]> sign)
    {
        var host = await SharedHost.GetAsync();
        using var key = new DPoPKey();
        var (header, payload) = key.Parts(host, "POST", "/token");
        header["alg"] = "RS256";
        header["jwk"] = new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(modulus), ["e"] = Base64Url.EncodeToString(exponent) };

        (await DPoPKey.TokenAsync(host, DPoPKey.Sign(header, payload, sign), OAuthClients.Robot, "client_credentials")).AssertRefused(400, "invalid_dpop_proof");
    }
}
