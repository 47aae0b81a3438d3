using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>Somebody did not prove to be a client. <see cref="AuthEvent.ClientId"/> is null where there is none with the id that was sent: what was sent is kept nowhere.</summary>
/// <param name="Reason">Why, of <see cref="ClientFailures"/>.</param>
public sealed record ClientAuthenticationFailed(string Reason) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override string? Outcome => Reason;

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ClientAuthenticationFailed(ClientId, Reason, Address);
}
