using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A client got an access token in its own name (RFC 6749 §4.4).</summary>
/// <param name="Scope">The scope, values separated by spaces.</param>
public sealed record ClientTokenIssued(string Scope) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ClientTokenIssued(ClientId, SessionId, Scope, Address);
}
