using AuthKit.Stores;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Sessions;

/// <summary>Starts a session for an account that has proved itself, and writes the tokens of a session.</summary>
internal sealed class SignIn(AccessTokens accessTokens, IdTokens idTokens, IOptions<AuthKitOptions> options, TimeProvider time)
{
    public async Task<TokenPair> StartAsync(IDatabase database, string tenant, User user, string clientId, string? requestedScope, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var scope = Scopes.Grant(requestedScope);
        var secret = Scopes.Contains(scope, Scopes.OfflineAccess) ? RefreshSecret.New() : null;
        var lifetimes = options.Value.Sessions;
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            ClientId = clientId,
            Scope = scope,
            Handle = OpaqueToken.NewHandle(),
            SecretHash = secret is null ? null : RefreshSecret.Hash(secret),
            CreatedAt = now,
            LastUsedAt = now,
            // Without a refresh token the session is as long as its one access token.
            ExpiresAt = now + (secret is null ? options.Value.Tokens.AccessTokenLifetime : Shorter(lifetimes.IdleTimeout, lifetimes.AbsoluteLifetime)),
            AbsoluteExpiresAt = now + lifetimes.AbsoluteLifetime,
        };
        // The session's id travels in the token, so the store may write the row while the token is signed.
        var writing = database.Sessions.CreateAsync(session, cancellationToken);
        try
        {
            return await TokensAsync(session, tenant, secret, user.Email, cancellationToken);
        }
        finally
        {
            await writing;
        }
    }

    public async Task<TokenPair> TokensAsync(Session session, string tenant, byte[]? secret, string? email, CancellationToken cancellationToken)
    {
        var (accessToken, expiresAt) = await accessTokens.IssueAsync(session, tenant, cancellationToken);
        var idToken = await idTokens.IssueAsync(session, cancellationToken);
        var refreshToken = secret is null ? null : new OpaqueToken(tenant, session.Handle, secret).Encode();
        return new(accessToken, expiresAt, (int)options.Value.Tokens.AccessTokenLifetime.TotalSeconds, refreshToken, idToken, session.Scope, email);
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
