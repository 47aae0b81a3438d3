using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Sessions;
using AuthKit.Tenants;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Tokens;

/// <summary>Id tokens (OpenID Connect Core 1.0 §2): to the client, about the user.</summary>
internal sealed class IdTokens(Jwt jwt, Subjects subjects, ITokenClients clients, TimeProvider time)
{
    /// <summary>An id token where the session's scope asks for one; null otherwise.</summary>
    public async ValueTask<string?> IssueAsync(Session session, TokenDetails details, string accessToken, CancellationToken cancellationToken)
    {
        if (!Scopes.Contains(details.Scope ?? session.Scope, Scopes.OpenId))
            return null;
        var now = time.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = await subjects.OfAsync(session.UserId, details.Tenant, details.Client, cancellationToken),
            [JwtRegisteredClaimNames.AuthTime] = (session.AuthenticatedAt ?? session.CreatedAt).ToUnixTimeSeconds(),
            [JwtRegisteredClaimNames.AtHash] = Half(accessToken),
            [ClaimNames.SessionId] = session.Id.ToString(),
        };
        if (details.Nonce is { } nonce)
            claims[JwtRegisteredClaimNames.Nonce] = nonce;
        if (details.Tenant != Tenant.Home)
            claims[ClaimNames.Tenant] = details.Tenant;
        var algorithm = details.Client?.IdTokenAlgorithm ?? details.IdTokenAlgorithm;
        return await jwt.SignAsync(JwtKind.IdToken, algorithm, session.ClientId, now, now + clients.LifetimesOf(session.ClientId).IdToken, claims, cancellationToken);
    }

    /// <summary>The session that an id token of this issuer, expired or not, tells of (OpenID Connect RP-Initiated Logout 1.0 §2); null for any other.</summary>
    public async ValueTask<IdTokenHint?> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token) || await jwt.VerifyAsync(token, JwtKind.IdToken, audience: null, cancellationToken) is not { } verified)
            return null;
        return Guid.TryParse(Claim(ClaimNames.SessionId), out var session)
            ? new(verified.Subject, verified.Audiences.First(), session, Claim(ClaimNames.Tenant) ?? Tenant.Home)
            : null;

        string? Claim(string name) => verified.TryGetPayloadValue<string>(name, out var value) ? value : null;
    }

    // OpenID Connect Core 1.0 §3.1.3.6: the left half of the hash.
    private static string Half(string accessToken) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, SHA256.HashSizeInBytes / 2));
}
