using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Events;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer;

/// <summary>Ends the session of a token (RFC 7009). A token that is none is passed over in silence (§2.2); of another client's it is said that it is not this one's (§2.1).</summary>
/// <param name="Token">The token, of either kind.</param>
/// <param name="Client">The client that it was issued to.</param>
public sealed record RevokeToken(string? Token, ClientCredentials Client) : Command;

internal sealed class RevokeTokenFlow(ClientRegistry clients, RefreshTokens refreshTokens, Callers callers, BrowserSessions sessions, IEvents events) : IFlow<RevokeToken, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(RevokeToken command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.AuthenticateAsync(command.Client, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        if (string.IsNullOrEmpty(command.Token))
            return Failure.Of(Field.Token, Rule.Required);
        if (await FindAsync(command.Token, cancellationToken) is not var (owner, userId, session, tenant))
            return Unit.Value;
        if (owner != client.Id)
            return Fault.InvalidGrant;
        await sessions.EndAsync(session, tenant, cancellationToken);
        await events.RaiseAsync(context, new SessionEnded(SessionEndings.TokenRevoked) { UserId = userId, Tenant = tenant, SessionId = session, ClientId = client.Id }, cancellationToken);
        return Unit.Value;
    }

    private async Task<(string ClientId, Guid UserId, Guid SessionId, string Tenant)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (await refreshTokens.FindAsync(token, clientId: null, cancellationToken) is var (session, tenant))
            return (session.ClientId, session.UserId, session.Id, tenant);
        return await callers.ReadAsync(token, cancellationToken) is { } caller ? (caller.ClientId, caller.UserId, caller.SessionId, caller.Tenant) : null;
    }
}

public static partial class OAuthFlows
{
    /// <summary>Ends the session of a token.</summary>
    public static Flow<RevokeToken, Unit> RevokeToken { get; } = Flow<RevokeToken, Unit>.Of<RevokeTokenFlow>(fails: [Fault.InvalidGrant]);
}
