using AuthKit.Sessions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Tokens;

/// <summary>Id tokens (OpenID Connect Core 1.0 §2): to the client, about the user.</summary>
internal sealed class IdTokens(Jwt jwt, IOptions<AuthKitOptions> options, TimeProvider time)
{
    private const string Type = "JWT";

    /// <summary>An id token where the session's scope asks for one; null otherwise.</summary>
    public async ValueTask<string?> IssueAsync(Session session, CancellationToken cancellationToken)
    {
        if (!Scopes.Contains(session.Scope, Scopes.OpenId))
            return null;
        var now = time.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = session.UserId.ToString(),
            [JwtRegisteredClaimNames.AuthTime] = session.CreatedAt.ToUnixTimeSeconds(),
            [ClaimNames.SessionId] = session.Id.ToString(),
        };
        return await jwt.SignAsync(Type, session.ClientId, now, now + options.Value.Tokens.AccessTokenLifetime, claims, cancellationToken);
    }
}
