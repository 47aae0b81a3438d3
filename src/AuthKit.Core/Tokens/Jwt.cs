using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Tokens;

/// <summary>Signed tokens of this issuer: one kind of token never passes for another, because <c>typ</c> and <c>aud</c> are checked.</summary>
internal sealed class Jwt(KeyRing keys, IOptions<AuthKitOptions> options)
{
    // A five-part token would be encrypted to us, and nobody has a key to do that (RFC 8725 §3.1).
    private const int DotsOfSignedToken = 2;
    private const int MaxLength = 16 * 1024;

    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256];

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public async ValueTask<string> SignAsync(string type, string audience, DateTimeOffset issuedAt, DateTimeOffset expires, Dictionary<string, object> claims, CancellationToken cancellationToken)
    {
        var key = await keys.GetSigningKeyAsync(cancellationToken);
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Issuer = options.Value.Issuer,
            Audience = audience,
            IssuedAt = issuedAt.UtcDateTime,
            Expires = expires.UtcDateTime,
            Claims = claims,
            SigningCredentials = key.Credentials,
        });
    }

    /// <summary>The token, where this issuer signed it for this purpose and audience; null otherwise. Its lifetime is the caller's to judge.</summary>
    public async ValueTask<JsonWebToken?> VerifyAsync(string token, string type, string audience, CancellationToken cancellationToken)
    {
        if (token.Length > MaxLength || token.Count(c => c == '.') != DotsOfSignedToken || !_handler.CanReadToken(token))
            return null;
        var key = await keys.FindAsync(KeyId(token), cancellationToken);
        if (key is null)
            return null;
        var parameters = new TokenValidationParameters
        {
            ValidTypes = [type],
            ValidAlgorithms = Algorithms,
            ValidIssuer = options.Value.Issuer,
            ValidAudience = audience,
            IssuerSigningKey = key.PublicKey,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ValidateLifetime = false,
        };
#if AUTHKIT_CURRENT
        var result = await _handler.ValidateTokenAsync(token, parameters);
#else
        var result = _handler.ValidateToken(token, parameters);
#endif
        return result.IsValid ? result.SecurityToken as JsonWebToken : null;
    }

    private static string? KeyId(string token)
    {
        try
        {
            return new JsonWebToken(token).Kid;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
