using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Contracts.Tests.Attacks;

/// <summary>FAPI 2.0 Security Profile §5.4.1: what is signed in an older way is nobody's, whoever's the key.</summary>
internal sealed class Fapi2AlgorithmTests
{
    private static OAuthClient Old { get; } = new("old", null, "https://old.example/callback");

    [TestCase("RS256", 401, "invalid_client")]
    [TestCase("PS256", 400, "invalid_grant")]
    public async Task Assertions_by_the_older_algorithm_are_refused(string algorithm, int status, string error)
    {
        using var key = RSA.Create(2048);
        await using var host = await StartAsync(options => options.Clients.Add(Old.Listed(client => client.Jwks = Jwks(key))));
        var assertion = new Assertion(host, Old) { Header = { ["alg"] = algorithm } }.Signed(data => key.SignData(data, HashAlgorithmName.SHA256, Padding(algorithm)));

        (await DPoPKey.PostAsync(host, "/token", [FapiClient.Signer(host).Proof()], ("grant_type", "refresh_token"), ("refresh_token", "any"), ("client_assertion_type", Assertion.Type), ("client_assertion", assertion))).AssertRefused(status, error);
    }

    [TestCase("RS256", 400)]
    [TestCase("PS256", 200)]
    public async Task Proofs_by_the_older_algorithm_are_refused(string algorithm, int status)
    {
        using var key = RSA.Create(2048);
        await using var host = await TestHost.StartAsync(FapiClient.Plan);
        using var client = FapiClient.Signer(host);
        var (header, payload) = client.Holder.Parts(host, "POST", "/token");
        (header["alg"], header["jwk"]) = (algorithm, Jwk(key));

        var answer = await client.TokenAsync("client_credentials", [DPoPKey.Sign(header, payload, data => key.SignData(data, HashAlgorithmName.SHA256, Padding(algorithm)))]);

        Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
    }

    [Test]
    public async Task A_proof_by_a_curve_that_the_profile_does_not_name_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await using var host = await TestHost.StartAsync(FapiClient.Plan);
        using var client = FapiClient.Signer(host);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var (header, payload) = client.Holder.Parts(host, "POST", "/token");
        header["alg"] = "ES384";
        header["jwk"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-384", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };

        (await client.TokenAsync("client_credentials", [DPoPKey.Sign(header, payload, data => key.SignData(data, HashAlgorithmName.SHA384))])).AssertRefused(400, "invalid_dpop_proof");
    }

    [TestCase("RS256", 400)]
    [TestCase("PS256", 201)]
    public async Task Requests_by_the_older_algorithm_are_refused(string algorithm, int status)
    {
        using var key = RSA.Create(2048);
        await using var host = await StartAsync(options => options.Clients.Add(Old.Listed(client => client.Jwks = Jwks(key))));
        var request = RequestObject.Of(host, Old, ("code_challenge", Authorizing.Challenge), ("code_challenge_method", "S256"));
        request.Header["alg"] = algorithm;
        var assertion = new Assertion(host, Old) { Header = { ["alg"] = "PS256" } }.Signed(data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss));

        var pushed = await host.PostFormAsync("/par",
            ("client_assertion_type", Assertion.Type), ("client_assertion", assertion),
            ("request", request.Signed(data => key.SignData(data, HashAlgorithmName.SHA256, Padding(algorithm)))));

        Assert.That(pushed.Status, Is.EqualTo(status), pushed.Body);
    }

    private static Task<TestHost> StartAsync(Action<AuthKitOptions> change) => TestHost.StartAsync(FapiClient.Plan.And(new() { Options = change }));

    private static RSASignaturePadding Padding(string algorithm) => algorithm is "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;

    private static JsonObject Jwk(RSA key)
    {
        var shape = key.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(shape.Modulus), ["e"] = Base64Url.EncodeToString(shape.Exponent) };
    }

    private static string Jwks(RSA key) => new JsonObject { ["keys"] = new JsonArray(Jwk(key)) }.ToJsonString();
}
