using AuthKit.AuthorizationServer.Clients;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer.Exchanges;

/// <summary>Reads the tokens that a client wants to exchange: this server's own alone, each as what it is (RFC 8693 §2.1, RFC 8725 §3.12).</summary>
internal sealed class StandingTokens(Callers callers, ITokenAudiences audiences, IdTokens idTokens, Subjects subjects, SessionLiveness sessions, UserDatabases databases, TenantRegistry tenants, TimeProvider time)
{
    /// <summary>The token, where it is of its type and its session stands; null for any other. What outlives the cache is made of it, so that the cache is not asked.</summary>
    public async Task<StandingToken?> ReadAsync(string token, string type, Client client, FlowContext context, CancellationToken cancellationToken) => type switch
    {
        TokenTypes.AccessToken => await ReadAccessAsync(token, context, cancellationToken),
        TokenTypes.IdToken => await ReadIdAsync(token, client, context, cancellationToken),
        _ => null,
    };

    private async Task<StandingToken?> ReadAccessAsync(string token, FlowContext context, CancellationToken cancellationToken)
    {
        if (await callers.ExamineAsync(token, context, cancellationToken) is not ({ } caller, null)
            || await sessions.FindAsync(caller.SessionId, caller.UserId, caller.Tenant, cancellationToken) is not { } session)
            return null;
        var read = new ExchangedToken(TokenTypes.AccessToken, caller.AccountSubject, caller.ClientId, caller.Scope, caller.Tenant, caller.ExpiresAt)
        {
            IsBound = caller.Confirmation is not null,
            ActedBy = caller.Actor,
            Resources = caller.Audience.All(audiences.Host.Contains) ? null : caller.Audience,
        };
        return new(read, caller.Subject, session);
    }

    // An id token is for its client alone.
    private async Task<StandingToken?> ReadIdAsync(string token, Client client, FlowContext context, CancellationToken cancellationToken)
    {
        if (await idTokens.ReadAsync(token, cancellationToken) is not { } hint
            || hint.ClientId != client.Id || hint.ExpiresAt <= time.GetUtcNow()
            || (context.TenantHint is { } pointed && pointed != hint.Tenant)
            || !await tenants.KnowsAsync(hint.Tenant, cancellationToken)
            || await UserOfAsync(hint, cancellationToken) is not { } userId
            || hint.Subject != await subjects.OfAsync(userId, hint.Tenant, client, cancellationToken)
            || await sessions.FindAsync(hint.SessionId, userId, hint.Tenant, cancellationToken) is not { } session)
            return null;
        var account = await subjects.OfAsync(userId, hint.Tenant, client: null, cancellationToken);
        return new(new(TokenTypes.IdToken, account, client.Id, session.Scope, hint.Tenant, hint.ExpiresAt) { ActedBy = SessionDetails.Of(session).Actor?.GetRawText() }, hint.Subject, session);
    }

    private async Task<Guid?> UserOfAsync(IdTokenHint hint, CancellationToken cancellationToken)
    {
        await using var database = await databases.OfAsync(hint.Tenant, cancellationToken);
        return (await database.Sessions.FindAsync(hint.SessionId, cancellationToken))?.UserId;
    }
}
