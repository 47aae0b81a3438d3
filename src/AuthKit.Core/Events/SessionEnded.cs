using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A session was ended by whoever had it.</summary>
/// <param name="Reason">Why, of <see cref="SessionEndings"/>.</param>
public sealed record SessionEnded(string Reason) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override string? Outcome => Reason;

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.SessionEnded(SessionId, UserId, Tenant, ClientId, Reason, Address);
}
