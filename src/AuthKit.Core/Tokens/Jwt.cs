using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Tokens;

/// <summary>Signed tokens of this issuer: one kind of token never passes for another, because <c>typ</c> and <c>aud</c> are checked.</summary>
internal sealed class Jwt(KeyRing keys, IOptions<AuthKitOptions> options)
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public ValueTask<string> SignAsync(JwtKind kind, string algorithm, string audience, DateTimeOffset issuedAt, DateTimeOffset? expires, Dictionary<string, object> claims, CancellationToken cancellationToken) =>
        SignAsync(kind, algorithm, [audience], issuedAt, expires, claims, cancellationToken);

    public async ValueTask<string> SignAsync(JwtKind kind, string algorithm, IReadOnlyList<string> audience, DateTimeOffset issuedAt, DateTimeOffset? expires, Dictionary<string, object> claims, CancellationToken cancellationToken)
    {
        var key = await keys.GetSigningKeyAsync(SigningAlgorithms.UseOf(algorithm), cancellationToken);
        var descriptor = new SecurityTokenDescriptor
        {
            TokenType = kind.Type,
            Issuer = options.Value.Issuer,
            IssuedAt = issuedAt.UtcDateTime,
            Expires = expires?.UtcDateTime,
            Claims = claims,
            SigningCredentials = key.Credentials,
        };
        // A text where there is one, else a list (RFC 7519 §4.1.3).
        if (audience is [var only])
            descriptor.Audience = only;
        else
            audience.ToList().ForEach(descriptor.Audiences.Add);
        return _handler.CreateToken(descriptor);
    }

    /// <summary>The token, where this issuer signed it for this purpose and audience; null otherwise. Its lifetime is the caller's to judge.</summary>
    /// <param name="token">The token.</param>
    /// <param name="kind">Its purpose.</param>
    /// <param name="audiences">Those that it may be for; null where any will do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<JsonWebToken?> VerifyAsync(string token, JwtKind kind, IReadOnlyList<string>? audiences, CancellationToken cancellationToken)
    {
        if (SignedJwt.Read(_handler, token) is not { } unverified || await keys.FindAsync(unverified.Kid, cancellationToken) is not { } key)
            return null;
        var parameters = new TokenValidationParameters
        {
            ValidTypes = [kind.Type],
            ValidAlgorithms = kind.Algorithms,
            ValidIssuer = options.Value.Issuer,
            ValidAudiences = audiences,
            ValidateAudience = audiences is not null,
            IssuerSigningKey = key.PublicKey,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ValidateLifetime = false,
        };
        return await SignedJwt.ValidateAsync(_handler, token, parameters, cancellationToken);
    }
}
