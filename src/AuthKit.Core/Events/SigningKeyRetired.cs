using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>The host has retired a key: nothing that it signed is accepted any more.</summary>
/// <param name="KeyId">The <c>kid</c> of what it signed.</param>
public sealed record SigningKeyRetired(string KeyId) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.SigningKeyRetired(KeyId);
}
