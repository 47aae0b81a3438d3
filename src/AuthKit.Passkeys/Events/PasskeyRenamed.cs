using AuthKit.Events;
using Microsoft.Extensions.Logging;

namespace AuthKit.Passkeys.Events;

/// <summary>A passkey has another name from now on.</summary>
/// <param name="PasskeyId">The passkey.</param>
public sealed record PasskeyRenamed(Guid PasskeyId) : AuthEvent
{
    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.PasskeyRenamed(PasskeyId, UserId, Tenant, SessionId, Address);
}
