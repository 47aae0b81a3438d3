using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A client has registered (RFC 7591).</summary>
public sealed record ClientRegistered : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ClientRegistered(ClientId, Address);
}
