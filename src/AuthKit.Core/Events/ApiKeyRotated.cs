using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An API key has another secret; the one before has ended, or does so soon.</summary>
/// <param name="KeyId">The key.</param>
public sealed record ApiKeyRotated(Guid KeyId) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ApiKeyRotated(KeyId, UserId, Tenant, SessionId, Address);
}
