using AuthKit.Databases;
using AuthKit.Sessions;
using AuthKit.Tenants;
using Microsoft.Extensions.Options;

namespace AuthKit.Tokens;

/// <summary>Starts a session for whoever has proved itself, and writes the tokens of a session.</summary>
internal sealed class SessionIssuer(AccessTokens accessTokens, IdTokens idTokens, ITokenClients clients, ITokenAudiences audiences, IOptions<AuthKitOptions> options, TimeProvider time)
{
    public async Task<TokenPair> StartAsync(DatabaseLease database, SessionStart start, TokenDetails details, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var secret = start.Refreshable ? TokenSecret.New() : null;
        var session = New(start, now, HashOf(secret), Sooner(now + Lifetime(start.ClientId, start.Refreshable), start.ExpiresAt));
        // The session's id travels in the token, so the store may write the row while the token is signed.
        var writing = database.Sessions.CreateAsync(session, cancellationToken);
        try
        {
            // What a session starts with has just been found to be in order.
            return (await TokensAsync(session, details with { RefreshSecret = secret }, cancellationToken)).Value!;
        }
        finally
        {
            await writing;
        }
    }

    /// <summary>A session that nobody can use yet: whoever has the secret behind the hash starts it with <see cref="StartOf"/>, unless it is revoked or expires before; without a hash nobody ever does.</summary>
    public async Task<Session> ReserveAsync(DatabaseLease database, SessionStart start, byte[]? secretHash, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var session = New(start, time.GetUtcNow(), secretHash, expiresAt);
        await database.Sessions.CreateAsync(session, cancellationToken);
        return session;
    }

    /// <summary>What starts a reserved session, in one conditional update, and binds it to a key where there is one: nothing where it has been started, revoked, or has expired.</summary>
    /// <returns>The update, and the secret of the first refresh token.</returns>
    public (SessionRotation Start, byte[] Secret) StartOf(byte[] handle, string clientId, byte[] secret, bool refreshable, string? binding)
    {
        var now = time.GetUtcNow();
        var salt = RefreshSecret.NewSalt();
        var next = RefreshSecret.Successor(secret, salt);
        return (new(handle, clientId, TokenSecret.Hash(secret), TokenSecret.Hash(next), salt, now, now + Lifetime(clientId, refreshable)) { Binding = binding }, next);
    }

    /// <summary>The session's next tokens, or <see cref="Fault.InvalidTarget"/> where the access token would be for nobody.</summary>
    public async Task<Outcome<TokenPair>> TokensAsync(Session session, TokenDetails details, CancellationToken cancellationToken)
    {
        // Whoever owns a tenant's database can write any scope into its sessions.
        if (details.Tenant != Tenant.Home)
            details = details with { Scope = await clients.LimitAsync(session.ClientId, details.Scope ?? session.Scope, cancellationToken) };
        if (session.Details is not null || details.Resources is not null)
        {
            details = details with { Actor = details.Actor ?? accessTokens.ActorOf(session, details.Tenant) };
            if (audiences.Of(SessionDetails.Of(session).Resources, details.Resources, details.Scope ?? session.Scope) is not { } audience)
                return Fault.InvalidTarget;
            details = details with { Audience = audience.Values, Scope = audience.Scope };
        }

        var (accessToken, expiresAt) = await accessTokens.IssueAsync(session, details, cancellationToken);
        var idToken = details.WithoutIdToken ? null : await idTokens.IssueAsync(session, details, accessToken, cancellationToken);
        var refreshToken = details.RefreshSecret is { } secret ? new OpaqueToken(details.Tenant, session.Handle, secret).Encode() : null;
        return new TokenPair(accessToken, expiresAt, (int)(details.NotAfter is null ? clients.LifetimesOf(session.ClientId).AccessToken : expiresAt - time.GetUtcNow()).TotalSeconds, refreshToken, idToken, details.Scope ?? session.Scope, details.Email)
        {
            TokenType = Confirmation.IsOfKey(details.Confirmation) ? "DPoP" : "Bearer",
            UserId = session.UserId,
            SessionId = session.Id,
            AuthorizationDetails = accessTokens.AuthorizationDetailsOf(session, details.Tenant),
        };
    }

    private static DateTimeOffset Sooner(DateTimeOffset one, DateTimeOffset? other) => other is { } sooner && sooner < one ? sooner : one;

    private static byte[]? HashOf(byte[]? secret) => secret is null ? null : TokenSecret.Hash(secret);

    private Session New(SessionStart start, DateTimeOffset now, byte[]? secretHash, DateTimeOffset expiresAt) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = start.UserId,
        CredentialVersion = start.CredentialVersion,
        ClientId = start.ClientId,
        Scope = start.Scope,
        Handle = OpaqueToken.NewHandle(),
        SecretHash = secretHash,
        CreatedAt = now,
        LastUsedAt = now,
        ExpiresAt = expiresAt,
        AbsoluteExpiresAt = now + clients.LifetimesOf(start.ClientId).Session,
        AuthenticatedAt = start.AuthenticatedAt,
        ParentId = start.ParentId,
        Confirmation = start.Confirmation,
        Details = start.Details.Write(),
        Device = start.Device?.Label,
        Address = start.Device?.Address,
    };

    private TimeSpan Lifetime(string clientId, bool refreshable)
    {
        var (lifetimes, idle) = (clients.LifetimesOf(clientId), options.Value.Sessions.IdleTimeout);
        return !refreshable ? lifetimes.AccessToken : idle < lifetimes.Session ? idle : lifetimes.Session;
    }
}
