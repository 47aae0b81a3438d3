using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A refresh token was presented again after it had been exchanged, which is how a theft shows: its session has ended (RFC 9700 §4.14.2).</summary>
public sealed record RefreshReplayed : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.RefreshReplayed(SessionId, UserId, Tenant, ClientId, Address);
}
