using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An account has other roles from now on; they are in its tokens from the next refresh.</summary>
/// <param name="Roles">All that it has, by their names.</param>
public sealed record RolesChanged(IReadOnlyList<string> Roles) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.RolesChanged(UserId, Tenant, string.Join(' ', Roles), Address);
}
