using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A sign-in whose first factor was right waits for its second one.</summary>
/// <param name="Methods">The factors of which one is to be proved.</param>
public sealed record SecondFactorAsked(IReadOnlyList<string> Methods) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.SecondFactorAsked(UserId, Tenant, ClientId, string.Join(' ', Methods), Address);
}
