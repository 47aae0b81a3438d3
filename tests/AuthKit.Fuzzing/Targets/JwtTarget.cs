using System.Security.Cryptography;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Fuzzing.Targets;

/// <summary>Tokens before their signature is looked at, and what a client may sign of itself.</summary>
internal static class JwtTarget
{
    private static readonly JsonWebTokenHandler Handler = new();

    private static readonly TokenValidationParameters Parameters = new()
    {
        ValidAlgorithms = ClientAuthenticationMethods.AssertionAlgorithms,
        ValidIssuer = "signer",
        ValidAudience = "https://auth.example",
        IssuerSigningKey = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)),
        RequireSignedTokens = true,
        ValidateLifetime = false,
    };

    public static void Read(string text)
    {
        if (SignedJwt.Read(Handler, text) is not { } token)
            return;
        // What is read of a token, by whoever reads it.
        _ = (token.Kid, token.Subject, token.ValidTo, token.ValidFrom, token.IssuedAt, token.Audiences.ToList(), token.TryGetPayloadValue<string>(ClaimNames.SessionId, out _));
        if (AssertionClaims.Of(token) is { } claims)
            _ = (claims.Id, claims.Audience, claims.IsTimely(DateTimeOffset.UnixEpoch));
        var validated = SignedJwt.ValidateAsync(Handler, text, Parameters, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        BrokenPromiseException.Unless(validated is null, "Nobody has the key.");
    }
}
