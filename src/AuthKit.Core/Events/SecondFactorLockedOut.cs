using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account takes no attempt at its second factor any more for a while. Whoever made them knows its first one.</summary>
/// <param name="Failures">How many attempts had failed.</param>
public sealed record SecondFactorLockedOut(int Failures) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.SecondFactorLockedOut(UserId, Tenant, Failures, Address);
}
