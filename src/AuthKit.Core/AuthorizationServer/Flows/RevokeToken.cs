using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer;

/// <summary>Ends the session of a token (RFC 7009). A token that is none, or another client's, is passed over in silence (§2.2).</summary>
/// <param name="Token">The token, of either kind.</param>
/// <param name="Client">The client that it was issued to.</param>
public sealed record RevokeToken(string? Token, ClientCredentials Client) : Command;

internal sealed class RevokeTokenFlow(ClientRegistry clients, RefreshTokens refreshTokens, Callers callers, BrowserSessions sessions) : IFlow<RevokeToken, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(RevokeToken command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.AuthenticateAsync(command.Client, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        if (string.IsNullOrEmpty(command.Token))
            return Failure.Of(Field.Token, Rule.Required);
        if (await refreshTokens.FindAsync(command.Token, client.Id, cancellationToken) is var (session, tenant))
            await sessions.EndAsync(session.Id, tenant, cancellationToken);
        else if (await callers.ReadAsync(command.Token, cancellationToken) is { } caller && caller.ClientId == client.Id)
            await sessions.EndAsync(caller.SessionId, caller.Tenant, cancellationToken);
        return Unit.Value;
    }
}

public static partial class OAuthFlows
{
    /// <summary>Ends the session of a token.</summary>
    public static Flow<RevokeToken, Unit> RevokeToken { get; } = Flow<RevokeToken, Unit>.Of<RevokeTokenFlow>();
}
