using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>Somebody has made an account.</summary>
public sealed record Registered : AuthEvent
{
    /// <summary>The provider that vouched for its owner; null for an account with a password.</summary>
    public string? Provider { get; init; }

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.Registered(UserId, Tenant, Provider, Address);
}
