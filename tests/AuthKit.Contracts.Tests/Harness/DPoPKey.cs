using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A client's key, and the proofs that it signs (RFC 9449 §4.2).</summary>
internal sealed class DPoPKey : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The key without its private half.</summary>
    public JsonObject Jwk
    {
        get
        {
            var point = _key.ExportParameters(includePrivateParameters: false).Q;
            return new() { ["crv"] = "P-256", ["kty"] = "EC", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };
        }
    }

    public string Private => Base64Url.EncodeToString(_key.ExportParameters(includePrivateParameters: true).D);

    /// <summary>RFC 7638: the members that a key has to have, in order.</summary>
    public string Thumbprint => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Jwk.ToJsonString())));

    /// <summary>A proof that is in order unless it is changed.</summary>
    public string Proof(TestHost host, string method, string path, string? accessToken = null, string? nonce = null, Action<JsonObject, JsonObject>? change = null)
    {
        var (header, payload) = Parts(host, method, path, accessToken, nonce);
        change?.Invoke(header, payload);
        return Sign(header, payload, data => _key.SignData(data, HashAlgorithmName.SHA256));
    }

    public (JsonObject Header, JsonObject Payload) Parts(TestHost host, string method, string path, string? accessToken = null, string? nonce = null)
    {
        var header = new JsonObject { ["typ"] = "dpop+jwt", ["alg"] = "ES256", ["jwk"] = Jwk };
        var payload = new JsonObject
        {
            ["jti"] = Guid.NewGuid().ToString(),
            ["htm"] = method,
            ["htu"] = TestHost.Issuer + path,
            ["iat"] = host.Clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        if (accessToken is not null)
            payload["ath"] = HashOf(accessToken);
        if (nonce is not null)
            payload["nonce"] = nonce;
        return (header, payload);
    }

    public static string HashOf(string accessToken) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)));

    /// <summary>A proof of these texts, whatever they are.</summary>
    public string Sign(string header, string payload) => Sign(header, payload, data => _key.SignData(data, HashAlgorithmName.SHA256));

    public static string Sign(JsonObject header, JsonObject payload, Func<byte[], byte[]> sign) => Sign(header.ToJsonString(), payload.ToJsonString(), sign);

    private static string Sign(string header, string payload, Func<byte[], byte[]> sign)
    {
        var part = $"{Encode(header)}.{Encode(payload)}";
        return $"{part}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(part)))}";
    }

    /// <summary>Asks the token endpoint with a proof.</summary>
    public Task<Answer> TokenAsync(TestHost host, OAuthClient client, string grantType, params (string Name, string Value)[] fields) =>
        TokenAsync(host, Proof(host, "POST", "/token"), client, grantType, fields);

    public static Task<Answer> TokenAsync(TestHost host, string proof, OAuthClient client, string grantType, params (string Name, string Value)[] fields) =>
        PostAsync(host, "/token", [proof], [("grant_type", grantType), .. client.Fields, .. fields]);

    /// <summary>Exchanges a code with a proof.</summary>
    public Task<Answer> RedeemAsync(TestHost host, OAuthClient client, string code, string? proof = null) =>
        TokenAsync(host, proof ?? Proof(host, "POST", "/token"), client, "authorization_code", [("code", code), ("redirect_uri", client.RedirectUri), .. client.Secret is null ? [("code_verifier", Authorizing.Verifier)] : Array.Empty<(string, string)>()]);

    public Task<Answer> RefreshAsync(TestHost host, OAuthClient client, string refreshToken) => TokenAsync(host, client, "refresh_token", ("refresh_token", refreshToken));

    public static Task<Answer> PostAsync(TestHost host, string path, string[] proofs, params (string Name, string Value)[] fields) =>
        host.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), [.. proofs.Select(proof => ("DPoP", proof))]);

    /// <summary>Signs an account, which there may be already, in to a client whose tokens this key is bound to.</summary>
    public async Task<OAuthTokens> ObtainAsync(TestHost host, OAuthClient client, string scope = "openid email offline_access")
    {
        await new OAuthSpeaker().RegisterAsync(host);
        return OAuthTokens.Of(await RedeemAsync(host, client, await new Authorizing(host).CodeAsync(client, scope)));
    }

    /// <summary>Asks for something with a token and a proof.</summary>
    public Task<Answer> GetAsync(TestHost host, string path, string accessToken, string? nonce = null) => GetAsync(host, path, accessToken, Proof(host, "GET", path, accessToken, nonce), "DPoP");

    public static Task<Answer> GetAsync(TestHost host, string path, string accessToken, string proof, string scheme) =>
        host.GetAsync(path, ("Authorization", $"{scheme} {accessToken}"), ("DPoP", proof));

    public void Dispose() => _key.Dispose();

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
