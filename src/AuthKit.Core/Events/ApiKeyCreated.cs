using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>A program can call for an account by a key from now on.</summary>
/// <param name="KeyId">The key.</param>
public sealed record ApiKeyCreated(Guid KeyId) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.ApiKeyCreated(KeyId, UserId, Tenant, SessionId, Address);
}
