using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>An administrator has done something to an account, beside the event that tells of what was done.</summary>
/// <param name="Action">What, one of <see cref="AdministrativeActions"/>.</param>
/// <param name="AdministratorId">The administrator's account, of the home database.</param>
public sealed record AccountAdministered(string Action, Guid AdministratorId) : AuthEvent
{
    /// <inheritdoc/>
    protected internal override string Outcome => Action;

    /// <inheritdoc/>
    protected internal override void Log(ILogger logger) => logger.AccountAdministered(AdministratorId, Action, UserId, Tenant, Address);
}
