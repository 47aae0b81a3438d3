using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>Somebody who is signed in gave a wrong current password.</summary>
/// <param name="Reason">Why, of <see cref="SignInFailures"/>.</param>
public sealed record ReauthenticationFailed(string Reason) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override string? Outcome => Reason;

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ReauthenticationFailed(Reason, UserId, Tenant, SessionId, Address);
}
