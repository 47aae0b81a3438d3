using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account is closed for a while, to all but devices that it has signed in from before.</summary>
/// <param name="Failures">How many attempts had failed in a row.</param>
public sealed record LockedOut(int Failures) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.LockedOut(UserId, Tenant, Failures, Address);
}
