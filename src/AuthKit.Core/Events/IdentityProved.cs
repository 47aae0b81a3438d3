using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>Somebody who is signed in has proved again who they are.</summary>
/// <param name="Methods">How the session's owner has proved it, all in all (RFC 8176).</param>
public sealed record IdentityProved(IReadOnlyList<string> Methods) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.IdentityProved(UserId, Tenant, SessionId, ClientId, string.Join(' ', Methods), Address);
}
