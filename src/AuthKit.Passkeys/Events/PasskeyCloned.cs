using AuthKit.Events;
using Microsoft.Extensions.Logging;

namespace AuthKit.Passkeys.Events;

/// <summary>A passkey was presented whose signature counter did not rise: it may have been copied from its authenticator (WebAuthn §6.1.1). It was refused, and stands.</summary>
/// <param name="PasskeyId">The passkey.</param>
public sealed record PasskeyCloned(Guid PasskeyId) : AuthEvent
{
    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.PasskeyCloned(PasskeyId, UserId, Tenant, Address);
}
