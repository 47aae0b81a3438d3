using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Core.Tests.Tokens.Wycheproof;

/// <summary>
/// Project Wycheproof against what clients' assertions are verified by: the keys that a client may register, the algorithms
/// that are taken, and the library's signatures. The vectors' payloads are no claims, so that a token as a whole never
/// passes; what is asked of the library here is what its handler asks of it.
/// </summary>
internal sealed class JwsVectorTests
{
    // Keys that a library of 2012 made badly. Their modulus is as good as another to look at, and whoever registers one harms themselves.
    private const string Roca = "rejectsKeyWithRocaVulnerability";

    [TestCaseSource(typeof(JwsVector), nameof(JwsVector.Signatures))]
    [TestCaseSource(typeof(JwsVector), nameof(JwsVector.Keys))]
    public void Passes_where_it_may_and_its_algorithm_is_taken(JwsVector vector)
    {
        if (vector.Name.Contains(Roca, StringComparison.Ordinal))
            Assert.Ignore("Which keys are weak by their making is not looked for.");

        Assert.That(Passes(vector), Is.EqualTo(vector.Valid && IsTaken(vector)));
    }

    [TestCaseSource(typeof(JwsVector), nameof(JwsVector.Signatures))]
    public async Task Is_refused_as_a_token_without_an_exception(JwsVector vector)
    {
        var keys = ClientKeys.CanVerify(vector.Jwks) ? ClientKeys.Verifying(vector.Jwks) : [];
        var parameters = new TokenValidationParameters { ValidateAudience = false, ValidateIssuer = false, ValidateLifetime = false, IssuerSigningKeys = keys, ValidAlgorithms = ClientAuthenticationMethods.AssertionAlgorithms };

        Assert.That(await SignedJwt.ValidateAsync(new JsonWebTokenHandler(), vector.Jws, parameters, CancellationToken.None), Is.Null);
    }

    private static bool IsTaken(JwsVector vector) => Header(vector) is { } header && Algorithm(header) is "ES256" or "RS256" or "PS256";

    private static bool Passes(JwsVector vector)
    {
        if (vector.Jws.Split('.') is not [var header, var payload, var signature] || Header(vector) is not { } read || !ClientAuthenticationMethods.AssertionAlgorithms.Contains(Algorithm(read)) || !ClientKeys.CanVerify(vector.Jwks))
            return false;
        try
        {
            var (signed, bytes) = (Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64UrlEncoder.DecodeBytes(signature));
            return new JsonWebKeySet(vector.Jwks).GetSigningKeys().Any(key => Verifies(key, Algorithm(read)!, signed, bytes));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or CryptographicException)
        {
            return false;
        }
    }

    private static bool Verifies(SecurityKey key, string algorithm, byte[] signed, byte[] signature)
    {
        using var provider = key.CryptoProviderFactory.CreateForVerifying(key, algorithm, cacheProvider: false);
        return provider.Verify(signed, signature);
    }

    private static JsonElement? Header(JwsVector vector)
    {
        try
        {
            return JsonElement.Parse(Base64UrlEncoder.Decode(vector.Jws.Split('.')[0]));
        }
        catch (Exception e) when (e is FormatException or JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Algorithm(JsonElement header) =>
        header.ValueKind is JsonValueKind.Object && header.TryGetProperty("alg", out var algorithm) && algorithm.ValueKind is JsonValueKind.String ? algorithm.GetString() : null;
}
