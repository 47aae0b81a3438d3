using System.Text.Json;
using AuthKit.Sessions;
using AuthKit.Tenants;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.Tokens;

/// <summary>Access tokens as RFC 9068 has them.</summary>
internal sealed class AccessTokens(Jwt jwt, Subjects subjects, ITokenClients clients, ITokenAudiences audiences, IOwnClaims own, UserDatabases databases, TenantRegistry tenants, IOptions<AuthKitOptions> options, TimeProvider time)
{
    public async ValueTask<(string Token, DateTimeOffset ExpiresAt)> IssueAsync(Session session, TokenDetails details, CancellationToken cancellationToken)
    {
        // JWT times are whole seconds; the reply must not promise the fraction.
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var expires = now + clients.LifetimesOf(session.ClientId).AccessToken;
        if (details.NotAfter < expires)
            expires = details.NotAfter.Value;
        var claims = new Dictionary<string, object>
        {
            // RFC 9068 §2.2: where no user is involved, the client is the subject.
            [JwtRegisteredClaimNames.Sub] = session.IsClientsOwn && details.Tenant == Tenant.Home ? session.ClientId : await subjects.OfAsync(session.UserId, details.Tenant, details.Client, cancellationToken),
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
            [ClaimNames.ClientId] = session.ClientId,
            [ClaimNames.SessionId] = session.Id.ToString(),
            [ClaimNames.Scope] = details.Scope ?? session.Scope,
        };
        // RFC 9068 §2.2.1, RFC 9470 §6.1.
        if (!(session.IsClientsOwn && details.Tenant == Tenant.Home))
        {
            claims[JwtRegisteredClaimNames.AuthTime] = (session.AuthenticatedAt ?? session.CreatedAt).ToUnixTimeSeconds();
            claims[JwtRegisteredClaimNames.Acr] = options.Value.SignIn.ContextOf(SessionDetails.Of(session).Methods);
        }

        if (details.Tenant != Tenant.Home)
            claims[ClaimNames.Tenant] = details.Tenant;
        // RFC 9396 §9.1.
        if (AuthorizationDetailsOf(session, details.Tenant) is { } granted)
            claims[ClaimNames.AuthorizationDetails] = granted;
        if (details.Confirmation is { } confirmation)
            claims[ClaimNames.Confirmation] = Confirmation.Claim(confirmation);
        if (details.Actor is { } actor)
            claims[ClaimNames.Actor] = JsonElement.Parse(actor);
        await own.AddAsync(claims, session, details, TokenPurpose.Access, cancellationToken);
        return (await jwt.SignAsync(JwtKind.AccessToken, SigningAlgorithms.Es256, details.Audience ?? audiences.Host, now, expires, claims, cancellationToken), expires);
    }

    /// <summary>The authorization details that a session was granted (RFC 9396); null for none. Whoever brought a database could have written them into it.</summary>
    public JsonElement? AuthorizationDetailsOf(Session session, string tenant) => tenants.IsOwn(tenant) ? SessionDetails.Of(session).AuthorizationDetails : null;

    /// <summary>Who acts as a session's user (RFC 8693 §4.1), as JSON; null where nobody does. Whoever brought a database could have written it into it.</summary>
    public string? ActorOf(Session session, string tenant) => tenants.IsOwn(tenant) ? SessionDetails.Of(session).Actor?.GetRawText() : null;

    /// <summary>Whoever a token of this issuer speaks for, expired or not; null for any other and for tenants that are gone.</summary>
    public async ValueTask<Caller?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        var verified = await jwt.VerifyAsync(token, JwtKind.AccessToken, audiences.All, cancellationToken);
        if (verified is null || !Guid.TryParse(Claim(ClaimNames.SessionId), out var session) || Claim(ClaimNames.ClientId) is not { } client)
            return null;
        var tenant = Claim(ClaimNames.Tenant) ?? Tenant.Home;
        if (!await tenants.KnowsAsync(tenant, cancellationToken) || await UserAsync(verified.Subject, client, tenant, session, cancellationToken) is not { } user)
            return null;
        return new(user, session, client, Claim(ClaimNames.Scope) ?? "", tenant, new(verified.ValidTo, TimeSpan.Zero)) 
        {
            Subject = verified.Subject,
            AccountSubject = verified.Subject == client && tenant == Tenant.Home ? client : await subjects.OfAsync(user, tenant, client: null, cancellationToken),
            TokenId = Claim(JwtRegisteredClaimNames.Jti),
            IssuedAt = verified.IssuedAt == default ? null : new DateTimeOffset(verified.IssuedAt, TimeSpan.Zero),
            Audience = [.. verified.Audiences],
            AuthorizationDetails = verified.TryGetPayloadValue<JsonElement>(ClaimNames.AuthorizationDetails, out var granted) ? granted : null,
            Confirmation = verified.TryGetPayloadValue<JsonElement>(ClaimNames.Confirmation, out var confirmation) ? Confirmation.Read(confirmation) : null,
            AuthenticatedAt = verified.TryGetPayloadValue<long>(JwtRegisteredClaimNames.AuthTime, out var authenticated) ? DateTimeOffset.FromUnixTimeSeconds(authenticated) : null,
            AuthenticationContext = Claim(JwtRegisteredClaimNames.Acr),
            Actor = verified.TryGetPayloadValue<JsonElement>(ClaimNames.Actor, out var actor) ? actor.GetRawText() : null,
            Claims = [.. verified.Claims.Where(static claim => !ClaimNames.AreAuthKits.Contains(claim.Type))],
        };

        string? Claim(string name) => verified.TryGetPayloadValue<string>(name, out var value) ? value : null;
    }

    private async ValueTask<Guid?> UserAsync(string subject, string clientId, string tenant, Guid sessionId, CancellationToken cancellationToken)
    {
        // First, because the id of a client may look like that of an account. No client speaks for itself in a tenant.
        if (subject == clientId && tenant == Tenant.Home)
            return Guid.Empty;
        if (Guid.TryParse(subject, out var named))
            return await subjects.UserIdAsync(named, tenant, cancellationToken);
        // A pairwise subject says nothing of the account; its session knows.
        if (await clients.FindAsync(clientId, cancellationToken) is not { Sector: not null } client)
            return null;
        await using var database = await databases.OfAsync(tenant, cancellationToken);
        return await database.Sessions.FindAsync(sessionId, cancellationToken) is { } session && subject == await subjects.OfAsync(session.UserId, tenant, client, cancellationToken)
            ? session.UserId
            : null;
    }
}
