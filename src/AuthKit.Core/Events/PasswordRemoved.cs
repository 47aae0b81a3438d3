using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account that nobody had proved to own has lost its password and its sessions, because a provider vouched for the owner of its address.</summary>
/// <param name="Provider">The provider.</param>
public sealed record PasswordRemoved(string Provider) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.PasswordRemoved(UserId, Tenant, Provider, Address);
}
