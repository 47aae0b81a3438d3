using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A request was refused because of how many had come from its address.</summary>
/// <param name="Limit">Which limit, of <see cref="RequestLimits"/>.</param>
public sealed record RequestLimited(string Limit) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override string? Outcome => Limit;

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.RequestLimited(Limit, Address);
}
