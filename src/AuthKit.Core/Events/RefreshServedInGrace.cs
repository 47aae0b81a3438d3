using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A refresh token was presented again within the grace time, as after a lost reply, and got the same successor.</summary>
/// <param name="Age">How long ago it had been exchanged.</param>
public sealed record RefreshServedInGrace(TimeSpan Age) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.RefreshServedInGrace(SessionId, UserId, Age.TotalSeconds, Address);
}
