using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An administrator acts as a user from now on, in a session that says so.</summary>
/// <param name="AdministratorId">The administrator's account, of the home database.</param>
/// <param name="ExpiresAt">When that ends at the latest.</param>
public sealed record Impersonated(Guid AdministratorId, DateTimeOffset ExpiresAt) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.Impersonated(AdministratorId, UserId, Tenant, SessionId, ExpiresAt, Address);
}
