using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An authorization code was presented a second time, which is how a theft shows: the session of the first has ended (RFC 6749 §4.1.2).</summary>
public sealed record CodeReplayed : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.CodeReplayed(ClientId, SessionId, UserId, Tenant, Address);
}
