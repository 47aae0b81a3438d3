using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A client has put another registration in the place of its own (RFC 7592 §2.2).</summary>
public sealed record ClientUpdated : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ClientUpdated(ClientId, Address);
}
