using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A second factor was not proved; whoever tried knows the first one.</summary>
/// <param name="Reason">Why, of <see cref="SecondFactorFailures"/>.</param>
public sealed record SecondFactorFailed(string Reason) : AuthEvent
{
    /// <summary>The factor; null where the challenge was not known.</summary>
    public string? Method { get; init; }

    /// <inheritdoc/>
    protected internal override string? Outcome => Reason;

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.SecondFactorFailed(Reason, UserId, Tenant, ClientId, Method, Address);
}
