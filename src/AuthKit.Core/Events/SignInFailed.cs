using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>Somebody was not let in. The reply does not say why; this does.</summary>
/// <param name="Reason">Why, of <see cref="SignInFailures"/>.</param>
public sealed record SignInFailed(string Reason) : AuthEvent
{
    /// <summary>The provider whose token it was; null for a password.</summary>
    public string? Provider { get; init; }

    /// <inheritdoc/>
    protected internal override string? Outcome => Reason;

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.SignInFailed(Reason, UserId, Tenant, Provider, Address);
}
