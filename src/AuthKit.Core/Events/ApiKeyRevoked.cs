using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>The owner has ended an API key.</summary>
/// <param name="KeyId">The key.</param>
public sealed record ApiKeyRevoked(Guid KeyId) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ApiKeyRevoked(KeyId, UserId, Tenant, SessionId, Address);
}
