using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.Sessions;
using AuthKit.Tenants;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Tokens;

/// <summary>Id tokens (OpenID Connect Core 1.0 §2): to the client, about the user.</summary>
internal sealed class IdTokens(Jwt jwt, Subjects subjects, IUserClaims users, IOwnClaims own, ITokenClients clients, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>An id token where the session's scope asks for one; null otherwise.</summary>
    public async ValueTask<string?> IssueAsync(Session session, TokenDetails details, string accessToken, CancellationToken cancellationToken) =>
        Scopes.Contains(details.Scope ?? session.Scope, Scopes.OpenId)
            ? await SignAsync(session, details, new() { [JwtRegisteredClaimNames.AtHash] = Half(accessToken) }, tellsScope: false, cancellationToken)
            : null;

    /// <summary>An id token that comes through the browser, and vouches for what comes with it.</summary>
    /// <param name="session">The session that it tells of.</param>
    /// <param name="details">What goes into it.</param>
    /// <param name="code">The code beside it (OpenID Connect Core 1.0 §3.3.2.11); null where there is none.</param>
    /// <param name="state">The request's <c>state</c> (Financial-grade API 1.0 part 2 §5.1.1).</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask<string> IssueToBrowserAsync(Session session, TokenDetails details, string? code, string? state, CancellationToken cancellationToken)
    {
        var claims = new Dictionary<string, object>();
        if (code is not null)
            claims[JwtRegisteredClaimNames.CHash] = Half(code);
        if (state is not null)
            claims["s_hash"] = Half(state);
        // Without a code no access token will ask for what the scope says (OpenID Connect Core 1.0 §5.4).
        return SignAsync(session, details, claims, tellsScope: code is null, cancellationToken);
    }

    private async ValueTask<string> SignAsync(Session session, TokenDetails details, Dictionary<string, object> claims, bool tellsScope, CancellationToken cancellationToken)
    {
        var kept = SessionDetails.Of(session);
        if (tellsScope || kept.Claims is not null)
            Add(claims, await users.OfAsync(session, details.Tenant, tellsScope, cancellationToken));
        var now = time.GetUtcNow();
        claims[JwtRegisteredClaimNames.Sub] = await subjects.OfAsync(session.UserId, details.Tenant, details.Client, cancellationToken);
        claims[JwtRegisteredClaimNames.AuthTime] = (session.AuthenticatedAt ?? session.CreatedAt).ToUnixTimeSeconds();
        claims[JwtRegisteredClaimNames.Acr] = options.Value.SignIn.ContextOf(kept.Methods);
        if (kept.Methods.Count > 0)
            claims[JwtRegisteredClaimNames.Amr] = kept.Methods.ToArray();
        claims[ClaimNames.SessionId] = session.Id.ToString();
        if (details.Nonce is { } nonce)
            claims[JwtRegisteredClaimNames.Nonce] = nonce;
        if (details.Tenant != Tenant.Home)
            claims[ClaimNames.Tenant] = details.Tenant;
        if (details.Actor is { } actor)
            claims[ClaimNames.Actor] = JsonElement.Parse(actor);
        await own.AddAsync(claims, session, details, TokenPurpose.Id, cancellationToken);
        var algorithm = details.Client?.IdTokenAlgorithm ?? details.IdTokenAlgorithm;
        return await jwt.SignAsync(JwtKind.IdToken, algorithm, session.ClientId, now, now + clients.LifetimesOf(session.ClientId).IdToken, claims, cancellationToken);
    }

    /// <summary>The session that an id token of this issuer, expired or not, tells of (OpenID Connect RP-Initiated Logout 1.0 §2); null for any other.</summary>
    public async ValueTask<IdTokenHint?> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token) || await jwt.VerifyAsync(token, JwtKind.IdToken, audiences: null, cancellationToken) is not { } verified)
            return null;
        return Guid.TryParse(Claim(ClaimNames.SessionId), out var session)
            ? new(verified.Subject, verified.Audiences.First(), session, Claim(ClaimNames.Tenant) ?? Tenant.Home) { ExpiresAt = new(verified.ValidTo, TimeSpan.Zero) }
            : null;

        string? Claim(string name) => verified.TryGetPayloadValue<string>(name, out var value) ? value : null;
    }

    private static void Add(Dictionary<string, object> claims, IEnumerable<KeyValuePair<string, JsonNode?>> ofUser)
    {
        foreach (var (name, value) in ofUser)
            claims[name] = JsonElement.Parse(value!.ToJsonString());
    }

    // OpenID Connect Core 1.0 §3.1.3.6: the left half of the hash.
    private static string Half(string text) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, SHA256.HashSizeInBytes / 2));
}
