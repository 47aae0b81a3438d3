using AuthKit.Sessions;
using AuthKit.Tenants;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Tokens;

/// <summary>Access tokens as RFC 9068 has them.</summary>
internal sealed class AccessTokens(Jwt jwt, IOptions<AuthKitOptions> options, TimeProvider time)
{
    private const string Type = "at+jwt";

    public async ValueTask<(string Token, DateTimeOffset ExpiresAt)> IssueAsync(Session session, string tenant, CancellationToken cancellationToken)
    {
        // JWT times are whole seconds; the reply must not promise the fraction.
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var expires = now + options.Value.Tokens.AccessTokenLifetime;
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = session.UserId.ToString(),
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
            [ClaimNames.ClientId] = session.ClientId,
            [ClaimNames.SessionId] = session.Id.ToString(),
            [ClaimNames.Scope] = session.Scope,
        };
        if (tenant != Tenant.Home)
            claims[ClaimNames.Tenant] = tenant;
        return (await jwt.SignAsync(Type, options.Value.EffectiveAudience, now, expires, claims, cancellationToken), expires);
    }

    /// <summary>Whoever a token of this issuer speaks for, expired or not; null for any other.</summary>
    public async ValueTask<Caller?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        var verified = await jwt.VerifyAsync(token, Type, options.Value.EffectiveAudience, cancellationToken);
        if (verified is null || !Guid.TryParse(verified.Subject, out var user) || !Guid.TryParse(Claim(ClaimNames.SessionId), out var session) || Claim(ClaimNames.ClientId) is not { } client)
            return null;
        return new(user, session, client, Claim(ClaimNames.Scope) ?? "", Claim(ClaimNames.Tenant) ?? Tenant.Home, new(verified.ValidTo, TimeSpan.Zero));

        string? Claim(string name) => verified.TryGetPayloadValue<string>(name, out var value) ? value : null;
    }
}
