using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A client has had itself taken away (RFC 7592 §2.3).</summary>
public sealed record ClientDeleted : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ClientDeleted(ClientId, Address);
}
