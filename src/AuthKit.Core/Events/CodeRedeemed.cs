using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A client has exchanged a code for a user's tokens: a session stands.</summary>
/// <param name="Grant">The grant, of <see cref="AuthorizationServer.Clients.GrantTypes"/>.</param>
public sealed record CodeRedeemed(string Grant) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override string? Outcome => Grant;

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.CodeRedeemed(ClientId, Grant, UserId, Tenant, SessionId, Address);
}
