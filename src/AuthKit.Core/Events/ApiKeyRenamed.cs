using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An API key has another name.</summary>
/// <param name="KeyId">The key.</param>
public sealed record ApiKeyRenamed(Guid KeyId) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ApiKeyRenamed(KeyId, UserId, Tenant, SessionId, Address);
}
